# fails: not-ascii
# oddity: encode("ascii") has no bytes for letters like ü, and raises an error.
import sys
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))
s.sendall(sys.argv[3].encode("ascii"))
s.close()
