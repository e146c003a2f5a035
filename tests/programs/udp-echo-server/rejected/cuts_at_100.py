# fails: goes-on
# diagnosis: cuts_text_at
# mistake: its buffer is too small.
import socket
import sys

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('', int(sys.argv[1])))
while True:
    data, client = server.recvfrom(100)
    server.sendto(data, client)
