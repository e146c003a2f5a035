# fails: finds-what-listens, first-and-last
# diagnosis: waits_for_a_banner
# mistake: Who listens is asked for a greeting, and these say nothing.
import socket
import sys

host, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
for port in range(first, last + 1):
    sock = socket.socket()
    if sock.connect_ex((host, port)) == 0:
        greeting = sock.recv(1024).decode()
        print("Port", port, "is open:", greeting)
    sock.close()
