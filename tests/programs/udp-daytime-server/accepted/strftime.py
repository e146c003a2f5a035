# The date as in ISO 8601, with a line end.
import socket
import sys
import time

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('', int(sys.argv[1])))
while True:
    data, client = server.recvfrom(1000)
    server.sendto((time.strftime('%Y-%m-%d %H:%M:%S') + '\r\n').encode(), client)
