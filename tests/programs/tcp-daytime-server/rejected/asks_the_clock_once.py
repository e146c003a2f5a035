# fails: asks-the-clock-anew
# diagnosis: tells_the_same_time
# mistake: the line is made before the loop, so everybody gets the time of the start.
import socket
import sys
import time

server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', int(sys.argv[1])))
server.listen()
line = time.strftime('%Y-%m-%d %H:%M:%S\r\n').encode()
while True:
    connection, address = server.accept()
    try:
        connection.sendall(line)
    except OSError:
        pass
    connection.close()
