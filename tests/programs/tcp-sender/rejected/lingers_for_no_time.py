# fails: ends-by-itself
# diagnosis: resets_when_it_closes
# mistake: SO_LINGER with a time of 0, so that close() resets the connection and what is under way is lost.
import socket
import struct
import sys

sock = socket.socket()
sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
sock.connect((sys.argv[1], int(sys.argv[2])))
sock.sendall(sys.argv[3].encode())
sock.close()
