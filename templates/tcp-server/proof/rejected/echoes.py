# fails: welcomes
# mistake: it sends back what it has got.
import socket
import sys

listener = socket.create_server(("", int(sys.argv[1])))
while True:
    connection, client = listener.accept()
    with connection:
        while data := connection.recv(2048):
            connection.sendall(data)
