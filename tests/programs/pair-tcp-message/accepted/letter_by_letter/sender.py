import socket
import sys

with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as connection:
    for byte in sys.argv[3].encode():
        connection.send(bytes([byte]))
