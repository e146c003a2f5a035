# mistake: Content-Length counts the letters of the text, not the bytes of the body: the end is cut off.
# fails: answers-a-request
# diagnosis: breaks_http
import socket
import sys

PAGE = "<p>Schöne Grüße aus Köln</p>"
server = socket.create_server(("", int(sys.argv[1])))
while True:
    connection, _ = server.accept()
    request = connection.recv(4096).decode()
    head = "HTTP/1.0 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(PAGE)
    connection.sendall((head + PAGE).encode())
    connection.close()
