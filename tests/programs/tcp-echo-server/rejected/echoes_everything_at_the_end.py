# fails: echoes
# diagnosis: waits_for_more
# mistake: it reads until the client has sent everything, and echoes then.
import socket
import sys
import threading


def serve(connection):
    with connection:
        try:
            everything = b''
            while data := connection.recv(4096):
                everything += data
            connection.sendall(everything)
        except OSError as error:
            print(error)


server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', int(sys.argv[1])))
server.listen()
while True:
    connection, address = server.accept()
    threading.Thread(target=serve, args=[connection]).start()
