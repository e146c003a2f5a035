# fails: finds-what-listens, first-and-last
# diagnosis: wrong_transport
# mistake: connect() on a UDP socket asks nobody, and always works.
import socket
import sys

host, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
for port in range(first, last + 1):
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    if s.connect_ex((host, port)) == 0:
        print("Port", port, "is open")
    s.close()
