# fails: next-client
# mistake: it ends with its first client.
import socket
import sys

listener = socket.create_server(("", int(sys.argv[1])))
connection, client = listener.accept()
with connection.makefile("rw", newline="\n") as lines:
    for line in lines:
        lines.write(line.replace("hello", "welcome", 1))
        lines.flush()
