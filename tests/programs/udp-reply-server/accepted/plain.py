import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", int(sys.argv[1])))
print("Server is ready")
while True:
    data, addr = s.recvfrom(1024)
    print("Client", addr, "says:", data.decode())
    s.sendto(b"Message received", addr)
