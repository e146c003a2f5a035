# fails: closes-the-connection, whatever-it-says, one-that-stays
# diagnosis: none
# mistake: a line every second, for as long as the client stays.
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
        while True:
            connection.sendall((time.strftime('%Y-%m-%d %H:%M:%S') + '\r\n').encode())
            time.sleep(1)
    except OSError as error:
        print(error)
    connection.close()
