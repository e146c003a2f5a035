# Each reply is a line.
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", int(sys.argv[1])))
while True:
    data, addr = s.recvfrom(65535)
    reply = data.upper()
    # The largest datagram has no room for it.
    s.sendto(reply + b"\r\n" if len(reply) < 65000 else reply, addr)
