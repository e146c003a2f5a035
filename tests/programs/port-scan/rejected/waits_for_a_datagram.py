# fails: finds-what-listens, first-and-last
# diagnosis: wrong_transport
# mistake: Datagrams are sent to the ports; servers that listen by TCP never get them.
import socket
import sys

host, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
for port in range(first, last + 1):
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    s.settimeout(0.05)
    s.sendto(b"hello", (host, port))
    try:
        s.recvfrom(1024)
        print(port)
    except OSError:
        pass
