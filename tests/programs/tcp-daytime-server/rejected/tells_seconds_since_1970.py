# fails: tells-the-time
# diagnosis: none
# mistake: the number that time() returns.
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
        connection.sendall((str(int(time.time())) + '\r\n').encode())
    except OSError as error:
        print(error)
    connection.close()
