# Receives until the end, or until the connection is broken.
import socket
import sys

server = socket.create_server(('', int(sys.argv[1])))
while True:
    connection, address = server.accept()
    message = b''
    try:
        while data := connection.recv(1000):
            message += data
    except ConnectionResetError:
        print('broken')
    print(message.decode(), flush=True)
    connection.close()
