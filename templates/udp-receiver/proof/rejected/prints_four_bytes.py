# fails: prints-a-message
# mistake: it reads four bytes of each datagram.
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
while True:
    print(sock.recvfrom(4)[0].decode(), flush=True)
