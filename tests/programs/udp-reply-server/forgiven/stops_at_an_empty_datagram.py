# fails: empty-datagram
# oddity: A datagram of no bytes is taken for the end.
import socket
import sys

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("", int(sys.argv[1])))
while True:
    request, client = server.recvfrom(1500)
    if not request:
        break
    print(request.decode())
    server.sendto("Roger.".encode(), client)
server.close()
