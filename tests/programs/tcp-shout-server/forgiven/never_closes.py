# fails: closes-the-connection
# oddity: Each connection is kept in a list, so nothing closes it.
import socket
import sys

listener = socket.socket()
listener.bind(("", int(sys.argv[1])))
listener.listen()
connections = []
while True:
    connection, _ = listener.accept()
    connections.append(connection)
    try:
        while data := connection.recv(4096):
            connection.sendall(data.upper())
    except OSError:
        pass
    print("Connection dropped.", flush=True)
