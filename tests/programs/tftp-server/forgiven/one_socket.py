# fails: another-port
# TFTP server: everything by one socket; select() and a time for each client
import os
import select
import socket
import struct
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("0.0.0.0", int(sys.argv[1])))
clients = {}


class Transfer:
    def __init__(self, content, client):
        self.content, self.client, self.block, self.tries = content, client, 1, 0
        self.send()

    def piece(self):
        return self.content[(self.block - 1) * 512:self.block * 512]

    def send(self):
        sock.sendto(struct.pack("!HH", 3, self.block % 65536) + self.piece(), self.client)
        self.tries += 1
        self.due = time.monotonic() + 1.5

    def acknowledge(self, block):
        if block != self.block % 65536:
            return
        if len(self.piece()) < 512:
            del clients[self.client]
            return
        self.block += 1
        self.tries = 0
        self.send()


while True:
    due = [one.due for one in clients.values()]
    wait = max(0, min(due) - time.monotonic()) if due else None
    if select.select([sock], [], [], wait)[0]:
        data, client = sock.recvfrom(600)
        if len(data) < 4:
            continue
        code, block = struct.unpack("!HH", data[:4])
        if code == 1:
            name = data[2:data.index(b"\0", 2)].decode() if b"\0" in data[2:] else ""
            try:
                with open(os.path.basename(name), "rb") as file:
                    clients[client] = Transfer(file.read(), client)
            except OSError as error:
                sock.sendto(b"\0\5\0\1" + str(error).encode() + b"\0", client)
        elif code == 4 and client in clients:
            clients[client].acknowledge(block)
        elif code == 2:
            sock.sendto(b"\0\5\0\4read only\0", client)
    for one in list(clients.values()):
        if one.due <= time.monotonic():
            if one.tries == 6:
                del clients[one.client]
            else:
                one.send()
