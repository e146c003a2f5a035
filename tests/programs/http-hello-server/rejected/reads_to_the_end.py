# mistake: It reads to the end of the connection, which the browser keeps open while it waits.
# fails: answers-a-request
# diagnosis: waits_for_more
import socket
import sys

server = socket.create_server(("", int(sys.argv[1])))
while True:
    connection, _ = server.accept()
    request = b""
    while part := connection.recv(4096):
        request += part
    connection.sendall(b"HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\nhello")
    connection.close()
