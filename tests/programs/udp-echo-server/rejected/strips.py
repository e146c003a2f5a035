# fails: line-ends-stay
# diagnosis: none
# mistake: blanks and line ends are taken away at both ends.
import socket
import sys

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('', int(sys.argv[1])))
while True:
    data, client = server.recvfrom(65536)
    server.sendto(data.strip(), client)
