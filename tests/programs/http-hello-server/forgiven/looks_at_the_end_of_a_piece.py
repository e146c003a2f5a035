# fails: request-in-pieces
# oddity: The empty line is looked for in each piece by itself, and not in all that has come.
import socket
import sys

BODY = b"<h1>Hello, world!</h1>\n"
server = socket.create_server(("", int(sys.argv[1])))
while True:
    connection, address = server.accept()
    try:
        while True:
            piece = connection.recv(4096)
            if not piece or piece.endswith(b"\r\n\r\n"):
                break
        if piece:
            head = f"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(BODY)}\r\n\r\n"
            connection.sendall(head.encode() + BODY)
    except ConnectionError:
        print("The connection was reset")
    connection.close()
