import socket
import struct
import sys

WINDOW = 4
host, port, name = sys.argv[1], int(sys.argv[2]), sys.argv[3]


def checksum(data):
    return 0  # fill in


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
base = following = 0  # the oldest that is not acknowledged, and the one that is sent next
# fill in: send what the window allows, wait for an acknowledgement, and go back when none comes in time
