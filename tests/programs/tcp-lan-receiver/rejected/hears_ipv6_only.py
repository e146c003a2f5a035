# fails: hears-this-computer, hears-both
# diagnosis: hears_ipv6_only
# mistake: the socket hears IPv6 alone: who calls 127.0.0.1 meets nobody.
import socket
import sys

receiver = socket.socket(socket.AF_INET6, socket.SOCK_STREAM)
receiver.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
receiver.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
receiver.bind(("::", int(sys.argv[1])))
receiver.listen()
while True:
    connection, address = receiver.accept()
    with connection:
        while data := connection.recv(4096):
            print(data.decode(), flush=True)
