import socket
import sys

host, port, message = sys.argv[1], int(sys.argv[2]), sys.argv[3]
with socket.create_connection((host, port)) as sock:
    sock.sendall(message.encode())
    reply = b""
    while part := sock.recv(4096):
        reply += part
print("Server says:", reply.decode())
