# One socket for IPv4 and IPv6.
import socket
import sys

with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as server:
    server.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
    server.bind(("::", int(sys.argv[1])))
    print("Listening on", server.getsockname())
    while True:
        data, client = server.recvfrom(65535)
        server.sendto(data.upper(), client)
