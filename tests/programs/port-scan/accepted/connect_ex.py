# Looks which TCP ports listen: python3 connect_ex.py HOST FIRST LAST
import socket
import sys

host = sys.argv[1]
first = int(sys.argv[2])
last = int(sys.argv[3])

for port in range(first, last + 1):
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
        s.settimeout(1)
        if s.connect_ex((host, port)) == 0:
            print("Port", port, "is open")
