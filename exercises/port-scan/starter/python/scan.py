# Which TCP ports listen?  python3 scan.py HOST FIRST LAST
import socket
import sys

HOST = ""  # fill in: the host, from the first argument (sys.argv[1])
FIRST = 0  # fill in: the first port, from the second argument, as a number
LAST = 0   # fill in: the last port, from the third argument, as a number

if FIRST == 0:
    sys.exit("Fill in the host and the ports first.")

for port in range(FIRST, LAST):  # fill in: does the last port belong to it?
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    # fill in: try to connect to HOST and this port; when that works, print the port
    # fill in: when it does not (ConnectionRefusedError), go on
    sock.close()
