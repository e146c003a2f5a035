import socket
import sys

with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as sock:
    sock.sendall(f"hello {sys.argv[3]}\n".encode())
    print(sock.makefile().readline(), end="")
