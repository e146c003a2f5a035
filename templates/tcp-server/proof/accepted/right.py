import socket
import sys

listener = socket.create_server(("", int(sys.argv[1])))
while True:
    connection, client = listener.accept()
    with connection, connection.makefile("rw", newline="\n") as lines:
        for line in lines:
            lines.write(line.replace("hello", "welcome", 1))
            lines.flush()
