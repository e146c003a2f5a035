# fails: prints-a-message
# mistake: it reads four bytes, and no more.
import socket
import sys

listener = socket.create_server(("", int(sys.argv[1])))
while True:
    connection, sender = listener.accept()
    with connection:
        print(connection.recv(4).decode(), flush=True)
