# fails: sender-ends
# blamed: sender
# diagnosis: resets_when_it_closes
# mistake: SO_LINGER with a time of 0, so that close() resets the connection.
import socket
import struct
import sys

with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as sock:
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
    sock.sendall(sys.argv[3].encode())
