# fails: answers-whoever-sent
# diagnosis: connects_to_the_first_peer
# mistake: it calls connect() for the one who came first, and hears nobody else.
import socket
import sys

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('', int(sys.argv[1])))
data, client = server.recvfrom(65536)
server.connect(client)
server.send(data)
while True:
    server.send(server.recv(65536))
