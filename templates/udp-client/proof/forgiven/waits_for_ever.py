# fails: asks-again
# mistake: it waits for ever.
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server = (sys.argv[1], int(sys.argv[2]))
sock.sendto(f"hello {sys.argv[3]}".encode(), server)
print(sock.recvfrom(2048)[0].decode())
