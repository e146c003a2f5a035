# TFTP client: the last datagram is kept, and sent again when nothing comes
import socket
import struct
import sys

TRIES = 5


def fetch(server, name):
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.settimeout(2)
    last, peer, wanted, content = b"\0\1" + name.encode() + b"\0octet\0", None, 1, b""
    for _ in range(100000):
        for _ in range(TRIES):
            sock.sendto(last, peer or server)
            data = receive(sock, peer, wanted)
            if data is not None:
                break
        else:
            sys.exit("no answer from the server")
        (data, sender), peer = data, peer or data[1]
        if data[:2] == b"\0\5":
            sys.exit("the server says: " + data[4:].rstrip(b"\0").decode("latin-1"))
        content += data[4:]
        last = struct.pack("!HH", 4, wanted & 0xFFFF)
        wanted += 1
        if len(data) < 516:
            sock.sendto(last, peer)
            return content


def receive(sock, peer, wanted):
    try:
        while True:
            data, sender = sock.recvfrom(600)
            if peer is not None and sender != peer:
                continue
            if data[:2] == b"\0\5" or data[:4] == struct.pack("!HH", 3, wanted & 0xFFFF):
                return data, sender
    except socket.timeout:
        return None


content = fetch((sys.argv[1], int(sys.argv[2])), sys.argv[3])
with open(sys.argv[3], "wb") as file:
    file.write(content)
print(len(content), "bytes")
