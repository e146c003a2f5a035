# fails: window-is-used, acks-are-cumulative, goes-on-from-there
# diagnosis: none
import socket
import struct
import sys

WINDOW = 1
host, port, name = sys.argv[1], int(sys.argv[2]), sys.argv[3]


def checksum(data):
    if len(data) % 2:
        data += b"\0"
    total = sum(struct.unpack(">%dH" % (len(data) // 2), data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def packet(seq):
    rest = struct.pack(">I", seq) + parts[seq]
    return struct.pack(">H", checksum(rest)) + rest


def number_in(ack):
    if len(ack) != 6 or struct.unpack(">H", ack[:2])[0] != checksum(ack[2:]):
        return None
    return struct.unpack(">I", ack[2:])[0]


with open(name, "rb") as file:
    data = file.read()
parts = [data[i : i + 100] for i in range(0, len(data), 100)]
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(0.5)
base = following = 0
while base < len(parts):
    while following < min(base + WINDOW, len(parts)):
        sock.sendto(packet(following), (host, port))
        following += 1
    try:
        number = number_in(sock.recv(100))
        if number is not None:
            base = max(base, number)
            following = max(following, base)
    except socket.timeout:
        following = base
