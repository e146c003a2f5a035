# fails: tells-the-time
# diagnosis: none
# mistake: the number that time() returns.
import socket
import sys
import time

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('', int(sys.argv[1])))
while True:
    data, client = server.recvfrom(1000)
    server.sendto((str(int(time.time())) + '\r\n').encode(), client)
