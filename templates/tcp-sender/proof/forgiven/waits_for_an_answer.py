# fails: ends
# mistake: it waits for an answer, and then for a key.
import socket
import sys

with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as sock:
    sock.sendall(sys.argv[3].encode())
    sock.recv(1)
    input()
