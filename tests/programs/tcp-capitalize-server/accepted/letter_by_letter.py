# Answers each byte on its own: small segments, which wait for the acknowledgement of the one before.
import socket
import sys
import threading


def serve(connection):
    with connection:
        try:
            while letter := connection.recv(1):
                connection.send(letter.upper())
        except ConnectionError:
            print("the client left")


listener = socket.create_server(("", int(sys.argv[1])))
while True:
    client, address = listener.accept()
    threading.Thread(target=serve, args=(client,)).start()
