# mistake: Only a request for "/" in the words of HTTP/1.0 is answered.
# fails: browsers-request, next-request, request-in-pieces
# diagnosis: closes_without_a_response
import socket
import sys

server = socket.create_server(("", int(sys.argv[1])))
while True:
    connection, _ = server.accept()
    request = connection.recv(4096)
    if request.startswith(b"GET / HTTP/1.0\r\n"):
        connection.sendall(b"HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\nhello")
    connection.close()
