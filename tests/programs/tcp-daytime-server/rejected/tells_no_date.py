# fails: tells-the-date
# diagnosis: none
# mistake: the time alone.
import socket
import sys
import time

server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', int(sys.argv[1])))
server.listen()
while True:
    connection, address = server.accept()
    try:
        connection.sendall((time.strftime('%H:%M:%S') + '\r\n').encode())
    except OSError as error:
        print(error)
    connection.close()
