# mistake: It closes the connection before it sends the reply.
# fails: replies, prints-the-request
# diagnosis: uses_a_closed_socket
import socket
import sys

server = socket.socket()
server.bind(("", int(sys.argv[1])))
server.listen()
while True:
    connection, address = server.accept()
    data = connection.recv(1024)
    connection.close()
    print("Client says:", data.decode())
    connection.send(b"Message received")
