# UDP capitalize server
# mistake: The socket is never bound, so the port stays closed.
# fails: replies-in-capitals
# diagnosis: bind_not_called
import socket
import sys

port = int(sys.argv[1])
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
print("Server listening on port", port)

while True:
    data, address = sock.recvfrom(65535)
    sock.sendto(data.upper(), address)
