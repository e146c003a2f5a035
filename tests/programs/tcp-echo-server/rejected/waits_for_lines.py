# fails: without-a-line-end
# diagnosis: waits_for_more
# mistake: it reads lines, and waits for their ends.
import socket
import sys
import threading


def serve(connection):
    with connection:
        try:
            for line in connection.makefile('rb'):
                connection.sendall(line)
        except OSError as error:
            print(error)


server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', int(sys.argv[1])))
server.listen()
while True:
    connection, address = server.accept()
    threading.Thread(target=serve, args=[connection]).start()
