# fails: finds-what-listens, first-and-last
# diagnosis: scans_another_range
# mistake: The range begins one port before the first.
import socket
import sys

host, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
port = first - 1
while port <= last:
    with socket.socket() as s:
        if s.connect_ex((host, port)) == 0:
            print(port, "open")
    port += 1
