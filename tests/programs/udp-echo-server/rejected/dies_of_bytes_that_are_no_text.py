# fails: every-byte
# diagnosis: python_error
# mistake: bytes that are no UTF-8 are its end.
import socket
import sys

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('', int(sys.argv[1])))
while True:
    data, client = server.recvfrom(65536)
    server.sendto(data.decode().encode(), client)
