# fails: goes-on
# diagnosis: takes_one_message_only
# mistake: it echoes once, and closes the connection.
import socket
import sys
import threading


def serve(connection):
    with connection:
        try:
            connection.sendall(connection.recv(4096))
        except OSError as error:
            print(error)


server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', int(sys.argv[1])))
server.listen()
while True:
    connection, address = server.accept()
    threading.Thread(target=serve, args=[connection]).start()
