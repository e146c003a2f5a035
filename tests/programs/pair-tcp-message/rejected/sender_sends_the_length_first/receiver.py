import socket
import struct
import sys

server = socket.create_server(("", int(sys.argv[1])))
while True:
    connection, _ = server.accept()
    file = connection.makefile("rb")
    length = file.read(4)
    if len(length) == 4:
        print(file.read(struct.unpack("!I", length)[0]).decode(), flush=True)
    connection.close()
