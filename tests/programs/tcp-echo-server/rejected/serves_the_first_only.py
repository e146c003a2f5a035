# fails: next-client
# diagnosis: stops_after_one
# mistake: accept() stands before the loop.
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
connection, address = server.accept()
serve(connection)
server.close()
