import socket
import sys

listener = socket.create_server(("", int(sys.argv[1])))
while True:
    connection, address = listener.accept()
    with connection, connection.makefile("rb") as stream:
        print(stream.read().decode(), flush=True)
