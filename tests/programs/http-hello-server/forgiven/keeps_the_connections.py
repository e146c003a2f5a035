# fails: closes-the-connection
# diagnosis: leaves_the_connection_open
# mistake: The connections are kept in a list, and nobody closes them.
import socket
import sys

server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("", int(sys.argv[1])))
server.listen()
visitors = []
while True:
    connection, address = server.accept()
    visitors.append(connection)
    try:
        request = b""
        while b"\r\n\r\n" not in request:
            data = connection.recv(4096)
            if not data:
                break
            request += data
        connection.sendall(b"HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nHello")
    except OSError:
        connection.close()
