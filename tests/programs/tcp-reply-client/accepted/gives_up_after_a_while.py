# Waits five seconds at most, and reads until the server has closed.
import socket
import sys

with socket.create_connection((sys.argv[1], int(sys.argv[2])), timeout=5) as s:
    s.sendall(sys.argv[3].encode())
    reply = b""
    try:
        while chunk := s.recv(512):
            reply += chunk
    except TimeoutError:
        sys.exit("The server has not answered in time.")
    print(reply.decode())
