import socket
import sys

listener = socket.create_server(("", int(sys.argv[1])))
while True:
    connection, sender = listener.accept()
    with connection, connection.makefile() as text:
        print(text.read(), flush=True)
