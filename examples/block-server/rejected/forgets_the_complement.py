# fails: gives-blocks
# diagnosis: none
import socket
import struct
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
text = b""


def checksum(data):
    if len(data) % 2:
        data += b"\0"
    total = sum(struct.unpack(">%dH" % (len(data) // 2), data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return total


def block(number):
    body = text[(number - 1) * 4:number * 4]
    rest = struct.pack(">H", len(body)) + body
    return struct.pack(">HHH", 3, number, checksum(rest)) + rest


while True:
    data, client = sock.recvfrom(2048)
    op = struct.unpack(">H", data[:2])[0]
    if op == 1:
        text = data[2:-1]
        sock.sendto(block(1), client)
    elif op == 4:
        sock.sendto(block(struct.unpack(">H", data[2:4])[0] + 1), client)
