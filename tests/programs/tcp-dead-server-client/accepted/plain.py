import socket
import sys

try:
    sock = socket.create_connection((sys.argv[1], int(sys.argv[2])))
    while True:
        try:
            line = input("Text: ")
        except EOFError:
            break
        sock.sendall(line.encode())
        reply = sock.recv(4096)
        if not reply:
            raise ConnectionError("it has closed the connection")
        print("From server:", reply.decode())
except OSError as error:
    print("The server has died:", error)
    sys.exit(1)
