# fails: prints-the-answer
# mistake: it prints something of its own.
import socket
import sys

with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as sock:
    sock.sendall(f"hello {sys.argv[3]}\n".encode())
    sock.makefile().readline()
    print("The server has answered.")
