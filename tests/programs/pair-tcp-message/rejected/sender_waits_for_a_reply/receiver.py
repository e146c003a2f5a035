import sys
from socket import *

server = socket(AF_INET, SOCK_STREAM)
server.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
server.bind(("", int(sys.argv[1])))
server.listen()
while True:
    connection, address = server.accept()
    text = b""
    while True:
        data = connection.recv(1024)
        if not data:
            break
        text += data
    print(text.decode(), flush=True)
    connection.close()
