# mistake: The head ends with one empty line too many, which counts as a part of the body.
# fails: answers-a-request
# diagnosis: breaks_http
import socket
import sys

PAGE = "<h1>Hello</h1>"
HEAD = "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(PAGE)
RESPONSE = HEAD + "\r\n" + PAGE

server = socket.create_server(("", int(sys.argv[1])))
while True:
    connection, address = server.accept()
    connection.recv(4096)
    connection.sendall(RESPONSE.encode())
    connection.close()
