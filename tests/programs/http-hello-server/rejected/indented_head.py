# mistake: The triple quotes keep the spaces in front of each line, also of the empty one.
# fails: answers-a-request
# diagnosis: breaks_http
import socket
import sys

PAGE = "<h1>Hello</h1>"
HEAD = """HTTP/1.0 200 OK
    Content-Type: text/html
    Content-Length: %d
    
""" % len(PAGE)
RESPONSE = HEAD.replace("\n", "\r\n") + PAGE

server = socket.create_server(("", int(sys.argv[1])))
while True:
    connection, address = server.accept()
    connection.recv(4096)
    connection.sendall(RESPONSE.encode())
    connection.close()
