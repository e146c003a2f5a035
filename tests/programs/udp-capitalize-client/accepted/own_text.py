# Everything is written in: the server, its port and the text.
import socket

SERVER = ("localhost", 12000)
TEXT = "the quick brown fox jumps over the lazy dog"

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
try:
    print("sending:", TEXT)
    sock.sendto(TEXT.encode(), SERVER)
    data, server = sock.recvfrom(4096)
    print("From Server: %s" % data.decode())
finally:
    print("closing socket")
    sock.close()
