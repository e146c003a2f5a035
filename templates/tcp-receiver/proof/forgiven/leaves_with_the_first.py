# fails: next-message
# mistake: it ends with its first sender.
import socket
import sys

listener = socket.create_server(("", int(sys.argv[1])))
connection, sender = listener.accept()
print(connection.makefile().read(), flush=True)
