# fails: tells-the-time
# diagnosis: none
# mistake: two datagrams, the date and then the time.
import socket
import sys
import time

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('', int(sys.argv[1])))
while True:
    data, client = server.recvfrom(1000)
    server.sendto(time.strftime('%Y-%m-%d').encode(), client)
    server.sendto((time.strftime('%H:%M:%S') + '\r\n').encode(), client)
