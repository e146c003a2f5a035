# fails: next-message
# mistake: it ends with its first datagram.
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
print(sock.recvfrom(2048)[0].decode(), flush=True)
