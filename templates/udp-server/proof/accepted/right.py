import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
while True:
    datagram, client = sock.recvfrom(2048)
    sock.sendto(datagram.replace(b"hello", b"welcome", 1), client)
