# fails: closes-the-connection
# diagnosis: blocked_in
# mistake: it never closes a connection.
import socket
import sys
import time

server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', int(sys.argv[1])))
server.listen()
everybody = []
while True:
    connection, address = server.accept()
    try:
        connection.sendall((time.strftime('%Y-%m-%d %H:%M:%S') + '\r\n').encode())
    except OSError as error:
        print(error)
    everybody.append(connection)
