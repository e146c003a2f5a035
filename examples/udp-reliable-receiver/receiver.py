# A UDP receiver that acknowledges, and prints each line once: python3 receiver.py PORT
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
print("ready", file=sys.stderr, flush=True)
expected = 0
while True:
    data, sender = sock.recvfrom(65536)
    seq, _, line = data.decode().partition(" ")
    if int(seq) == expected:
        print(line, flush=True)
        expected += 1
    if int(seq) < expected:
        sock.sendto(f"ACK {seq}".encode(), sender)
