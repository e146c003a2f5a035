# fails: empty-datagram
# diagnosis: none
# An empty datagram is taken for the end.
import datetime
import socket
import sys

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('0.0.0.0', int(sys.argv[1])))
data, client = server.recvfrom(1000)
while data:
    server.sendto(str(datetime.datetime.now()).encode(), client)
    data, client = server.recvfrom(1000)
