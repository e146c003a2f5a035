# fails: goes-on
# diagnosis: blocked_in
# mistake: it answers only what it takes for a question.
import socket
import sys
import time

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('', int(sys.argv[1])))
while True:
    data, client = server.recvfrom(1000)
    if not data.startswith((b'time', b'what', b'which')):
        continue
    server.sendto((time.strftime('%Y-%m-%d %H:%M:%S') + '\r\n').encode(), client)
