# fails: every-byte
# diagnosis: loses_letters_beyond_ascii
# mistake: what comes is taken for text, and encoded in another way.
import socket
import sys

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('', int(sys.argv[1])))
while True:
    data, client = server.recvfrom(65536)
    server.sendto(data.decode('latin-1').encode(), client)
