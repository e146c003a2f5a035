# fails: replies-in-capitals
# diagnosis: adds_line_ends
# mistake: a newline goes before the reply, so that it stands on a line of its own.
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", int(sys.argv[1])))
while True:
    data, addr = s.recvfrom(65535)
    s.sendto(b"\n" + data.upper(), addr)
