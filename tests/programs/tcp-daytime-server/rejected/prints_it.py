# fails: tells-the-time
# diagnosis: closes_before_it_reads
# mistake: it prints the time, and sends nothing.
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
        print(time.strftime('%Y-%m-%d %H:%M:%S'), flush=True)
    except OSError as error:
        print(error)
    connection.close()
