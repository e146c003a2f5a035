# A thread takes the acknowledgements; the other one sends, and sleeps no longer than until the time is up.
import socket
import struct
import sys
import threading

WINDOW = 4
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
changed = threading.Condition()
base = following = 0


def receive():
    global base
    while base < len(parts):
        number = number_in(sock.recv(100))
        with changed:
            if number is not None and number > base:
                base = number
                changed.notify()


sock.bind(("", 0))
threading.Thread(target=receive, daemon=True).start()
with changed:
    while base < len(parts):
        following = max(following, base)
        while following < min(base + WINDOW, len(parts)):
            sock.sendto(packet(following), (host, port))
            following += 1
        if not changed.wait(0.5):
            following = base
