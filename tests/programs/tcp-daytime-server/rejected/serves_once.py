# fails: next-client
# diagnosis: stops_after_one
# mistake: one client, and that was it.
import socket
import sys
import time

server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', int(sys.argv[1])))
server.listen()
connection, address = server.accept()
connection.sendall((time.strftime('%Y-%m-%d %H:%M:%S') + '\r\n').encode())
connection.close()
