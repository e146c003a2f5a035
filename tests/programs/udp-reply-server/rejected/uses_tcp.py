# mistake: It is a TCP server: datagrams do not reach it.
# fails: replies, prints-the-request
# diagnosis: wrong_transport
import socket
import sys

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("", int(sys.argv[1])))
server.listen(1)
while True:
    connection, address = server.accept()
    print(connection.recv(1024).decode())
    connection.send(b"Message received")
    connection.close()
