# A TCP server that replies in capitals: python3 waits_for_the_end.py PORT
# The mistake: it reads until the client has finished sending. The client waits for the reply before it does that.
import socket
import sys

listener = socket.create_server(("", int(sys.argv[1])))
print("ready", flush=True)
while True:
    connection, address = listener.accept()
    message = b""
    while True:
        part = connection.recv(1024)
        if not part:
            break
        message += part
    connection.sendall(message.upper())
    connection.close()
