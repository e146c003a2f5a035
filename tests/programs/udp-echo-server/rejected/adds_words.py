# fails: echoes
# diagnosis: adds_words
# mistake: words of its own stand before it.
import socket
import sys

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('', int(sys.argv[1])))
while True:
    data, client = server.recvfrom(65536)
    server.sendto(b'You said: ' + data, client)
