# fails: tells-the-time
# diagnosis: blocked_in
# mistake: it waits for a request, which nobody sends.
import socket
import sys
import time

server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', int(sys.argv[1])))
server.listen()
while True:
    connection, address = server.accept()
    connection.recv(1000)
    try:
        connection.sendall((time.strftime('%Y-%m-%d %H:%M:%S') + '\r\n').encode())
    except OSError as error:
        print(error)
    connection.close()
