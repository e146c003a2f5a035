# fails: whatever-it-says, one-that-stays, leaves-at-once
# It waits until its client has closed, too, and for one client at a time.
import socket
import sys
import time

server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', int(sys.argv[1])))
server.listen()
while True:
    connection, address = server.accept()
    connection.sendall(time.strftime('%A, %d %B %Y, %H:%M:%S\n').encode())
    connection.shutdown(socket.SHUT_WR)
    while connection.recv(1000):
        pass
    connection.close()
