# fails: tells-the-time
# diagnosis: answers_from_another_socket
# mistake: a new socket for each answer.
import socket
import sys
import time

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('', int(sys.argv[1])))
while True:
    data, client = server.recvfrom(1000)
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto((time.strftime('%Y-%m-%d %H:%M:%S') + '\r\n').encode(), client)
