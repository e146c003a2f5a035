# One socket for IPv4 and one for IPv6; select() tells which of them has something.
import select
import socket
import sys

PORT = int(sys.argv[1])

v4 = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
v4.bind(("0.0.0.0", PORT))

v6 = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
v6.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
v6.bind(("::", PORT))

while True:
    readable, _, _ = select.select([v4, v6], [], [], 5.0)
    for sock in readable:
        data, address = sock.recvfrom(65535)
        print("Received:", data.decode(), "from", address[0], flush=True)
