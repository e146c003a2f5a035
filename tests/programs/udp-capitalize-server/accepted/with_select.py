# A non-blocking socket and select(), with a pending list for replies that could not go out yet.
import select
import socket
import sys
from collections import deque

sock = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
sock.bind(("::", int(sys.argv[1])))
sock.setblocking(False)

replies = deque()

while True:
    readable, writable, _ = select.select([sock], [sock] if replies else [], [], 2)
    if readable:
        try:
            data, addr = sock.recvfrom(65536)
            replies.append((data.upper(), addr))
        except BlockingIOError:
            pass
    if writable and replies:
        text, addr = replies.popleft()
        sock.sendto(text, addr)
