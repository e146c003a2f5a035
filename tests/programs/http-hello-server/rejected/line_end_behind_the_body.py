# mistake: A line end stands behind the body, and is not counted.
# fails: answers-a-request
# diagnosis: breaks_http
import socket
import sys

PAGE = "<h1>Hello</h1>"
HEAD = "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(PAGE)
RESPONSE = HEAD + PAGE + "\r\n"

server = socket.create_server(("", int(sys.argv[1])))
while True:
    connection, address = server.accept()
    connection.recv(4096)
    connection.sendall(RESPONSE.encode())
    connection.close()
