import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server = (sys.argv[1], int(sys.argv[2]))
sock.settimeout(1)
for _ in range(4):
    sock.sendto(f"hello {sys.argv[3]}".encode(), server)
    try:
        print(sock.recvfrom(2048)[0].decode())
        break
    except socket.timeout:
        pass
