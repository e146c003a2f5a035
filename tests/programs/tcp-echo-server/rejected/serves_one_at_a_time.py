# fails: silent-client
# diagnosis: serves_one_at_a_time
# mistake: one client after another.
import socket
import sys


def serve(connection):
    with connection:
        try:
            while data := connection.recv(4096):
                connection.sendall(data)
        except OSError as error:
            print(error)


server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', int(sys.argv[1])))
server.listen()
while True:
    connection, address = server.accept()
    serve(connection)
