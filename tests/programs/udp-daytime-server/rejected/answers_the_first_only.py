# fails: answers-whoever-sent
# diagnosis: blocked_in
# mistake: everything goes to the one who came first.
import socket
import sys
import time

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('', int(sys.argv[1])))
first = None
while True:
    data, client = server.recvfrom(1000)
    first = first or client
    server.sendto((time.strftime('%Y-%m-%d %H:%M:%S') + '\r\n').encode(), first)
