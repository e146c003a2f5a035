# fails: answers-whoever-sent
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
data, first = sock.recvfrom(65536)
while True:
    sock.sendto(data, first)
    data, client = sock.recvfrom(65536)
