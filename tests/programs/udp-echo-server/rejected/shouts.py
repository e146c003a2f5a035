# fails: echoes
# diagnosis: none
# mistake: it answers in capitals.
import socket
import sys

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('', int(sys.argv[1])))
while True:
    data, client = server.recvfrom(65536)
    server.sendto(data.upper(), client)
