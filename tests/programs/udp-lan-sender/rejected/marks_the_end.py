# fails: sent-once
# diagnosis: sends_something_besides
# mistake: An END follows, which the receiver prints, too.
import socket
import sys

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
    to = (sys.argv[1], int(sys.argv[2]))
    sock.sendto(" ".join(sys.argv[3:]).encode(), to)
    sock.sendto(b"END", to)
