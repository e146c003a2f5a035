# fails: finds-what-listens, first-and-last
# diagnosis: prints_closed_ports
# mistake: connect_ex() returns 0 when it has worked, and 0 is false.
import socket
import sys

host, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
for port in range(first, last + 1):
    s = socket.socket()
    if s.connect_ex((host, port)):
        print("open port:", port)
    s.close()
