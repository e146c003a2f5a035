# fails: answers-whoever-sent
# diagnosis: replies_to_wrong_address
# mistake: everything goes to the one who came first.
import socket
import sys

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('', int(sys.argv[1])))
first = None
while True:
    data, client = server.recvfrom(65536)
    first = first or client
    server.sendto(data, first)
