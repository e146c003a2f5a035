# fails: finds-what-listens, first-and-last
# diagnosis: prints_closed_ports
# mistake: Every port is printed, with its state.
import socket
import sys

host, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
for port in range(first, last + 1):
    with socket.socket() as s:
        if s.connect_ex((host, port)) == 0:
            print("Port", port, "OPEN")
        else:
            print("Port", port, "CLOSED")
