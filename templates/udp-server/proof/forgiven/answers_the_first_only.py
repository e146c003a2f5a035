# fails: whoever-asks
# mistake: it answers the first client only.
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
datagram, first = sock.recvfrom(2048)
while True:
    sock.sendto(datagram.replace(b"hello", b"welcome", 1), first)
    datagram, client = sock.recvfrom(2048)
