# fails: lost-block
# diagnosis: blocked_in
# mistake: no time limit: what is lost is awaited for ever.
import os
import socket
import struct
import sys
import threading

TRIES = 5


def send_file(content, client):
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    block, at = 1, 0
    while True:
        piece = content[at:at + 512]
        for _ in range(TRIES):
            sock.sendto(struct.pack("!HH", 3, block & 0xFFFF) + piece, client)
            if acknowledged(sock, client, block):
                break
        else:
            return
        if len(piece) < 512:
            return
        block, at = block + 1, at + 512


def acknowledged(sock, client, block):
    try:
        while True:
            data, sender = sock.recvfrom(1024)
            if sender == client and data[:4] == struct.pack("!HH", 4, block & 0xFFFF):
                return True
    except socket.timeout:
        return False


def refuse(code, text, client):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.sendto(struct.pack("!HH", 5, code) + text.encode() + b"\0", client)


def serve(request, client):
    if request[:2] != b"\0\1":
        if request[:2] == b"\0\2":
            refuse(2, "files can only be read", client)
        return
    name = request[2:].split(b"\0")[0].decode("latin-1")
    if "/" in name or not os.path.isfile(name):
        return refuse(1, "no such file", client)
    with open(name, "rb") as file:
        send_file(file.read(), client)


main = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
main.bind(("", int(sys.argv[1])))
while True:
    datagram, sender = main.recvfrom(1024)
    threading.Thread(target=serve, args=(datagram, sender), daemon=True).start()
