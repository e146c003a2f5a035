# fails: echoes
# diagnosis: answers_from_another_socket
# mistake: a new socket for each answer.
import socket
import sys

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('', int(sys.argv[1])))
while True:
    data, client = server.recvfrom(65536)
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(data, client)
