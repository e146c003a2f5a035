# fails: one-is-lost
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
numbers = 0
while True:
    data, client = sock.recvfrom(65536)
    if data.startswith(b"number"):
        numbers += 1
        if int(data.split()[1]) != numbers:
            sys.exit("a number is missing")
    sock.sendto(data, client)
