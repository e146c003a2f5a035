# fails: finds-what-listens, first-and-last
# diagnosis: scans_another_range
# mistake: range(first, last) ends before last.
import socket
import sys

host, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
print(f"Scanning {host}, ports {first} to {last}")
for port in range(first, last):
    s = socket.socket()
    if s.connect_ex((host, port)) == 0:
        print(port)
    s.close()
