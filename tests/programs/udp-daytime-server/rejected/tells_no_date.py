# fails: tells-the-date
# diagnosis: none
# mistake: the time alone.
import socket
import sys
import time

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('', int(sys.argv[1])))
while True:
    data, client = server.recvfrom(1000)
    server.sendto((time.strftime('%H:%M:%S') + '\r\n').encode(), client)
