# mistake: The lines of the head end in \n alone.
# fails: answers-a-request
# diagnosis: breaks_http
import socket
import sys

server = socket.create_server(("", int(sys.argv[1])))
while True:
    connection, _ = server.accept()
    connection.recv(4096)
    connection.sendall(b"""HTTP/1.0 200 OK
Content-Type: text/plain
Content-Length: 5

hello""")
    connection.close()
