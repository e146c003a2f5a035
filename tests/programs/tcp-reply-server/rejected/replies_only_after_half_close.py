# mistake: It reads to the end of the connection before it replies, while the client waits for the reply.
# fails: replies, prints-the-request
# diagnosis: waits_for_more, waits_for_half_close
import socket
import sys

server = socket.create_server(("", int(sys.argv[1])))
while True:
    connection, _ = server.accept()
    with connection:
        text = connection.makefile("rb").read()
        print(text.decode())
        connection.sendall(b"Message received")
