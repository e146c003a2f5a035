# fails: silent-client
# diagnosis: none
# mistake: what one says goes to all, as in a chat.
import socket
import sys
import threading


everybody = []


def serve(connection):
    everybody.append(connection)
    with connection:
        try:
            while data := connection.recv(4096):
                for one in everybody:
                    one.sendall(data)
        except OSError as error:
            print(error)
        everybody.remove(connection)


server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', int(sys.argv[1])))
server.listen()
while True:
    connection, address = server.accept()
    threading.Thread(target=serve, args=[connection]).start()
