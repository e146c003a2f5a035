# mistake: The head announces a body, and none is sent.
# fails: answers-a-request
# diagnosis: breaks_http
import socket
import sys

server = socket.create_server(("", int(sys.argv[1])))
body = b"Hello, world!"
while True:
    connection, _ = server.accept()
    connection.recv(4096)
    connection.sendall(b"HTTP/1.0 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body))
    connection.close()
