# fails: big-datagram, empty-datagram
# diagnosis: cuts_text_at, none
# Its buffer has room for an Ethernet frame, and an empty datagram is its end.
import socket
import sys

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('', int(sys.argv[1])))
while True:
    data, client = server.recvfrom(1500)
    if not data:
        break
    server.sendto(data, client)
