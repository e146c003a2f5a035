# connect() and a look whether the server says something by itself: nothing is said to it.
import socket
import sys

host, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
for port in range(first, last + 1):
    with socket.socket() as s:
        s.settimeout(0.2)
        if s.connect_ex((host, port)) != 0:
            continue
        try:
            greeting = s.recv(80).decode(errors="replace").strip()
        except OSError:
            greeting = ""
        print(port, "listens", greeting)
