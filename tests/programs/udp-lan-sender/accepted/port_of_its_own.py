# A port of its own, at every address.
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", 30123))
sock.sendto(sys.argv[3].encode(), (sys.argv[1], int(sys.argv[2])))
sock.close()
