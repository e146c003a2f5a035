# UDP receiver: python3 plain.py PORT
import socket
import sys

port = int(sys.argv[1])

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", port))
print("Waiting for messages on port", port)

while True:
    data, address = sock.recvfrom(4096)
    print(data.decode())
