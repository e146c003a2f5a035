# mistake: The reply is sent on the listening socket, which has no other end.
# fails: replies, prints-the-request
# diagnosis: uses_listening_socket
import socket
import sys

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("", int(sys.argv[1])))
server.listen(1)
while True:
    connection, address = server.accept()
    request = connection.recv(1024)
    server.send(b"Message received")
    print("Client says:", request.decode())
    connection.close()
