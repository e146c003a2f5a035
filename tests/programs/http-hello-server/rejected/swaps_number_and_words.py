# mistake: The number and the words of the status line are swapped.
# fails: answers-a-request
# diagnosis: breaks_http
import socket
import sys

server = socket.create_server(("", int(sys.argv[1])))
while True:
    connection, _ = server.accept()
    connection.recv(4096)
    connection.sendall(b"HTTP/1.0 OK 200\r\nContent-Length: 5\r\n\r\nhello")
    connection.close()
