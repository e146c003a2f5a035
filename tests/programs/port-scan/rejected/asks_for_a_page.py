# fails: finds-what-listens, first-and-last
# diagnosis: talks_to_the_servers
# mistake: each server that is found is asked for a page.
import socket
import sys

host = sys.argv[1]
for port in range(int(sys.argv[2]), int(sys.argv[3]) + 1):
    s = socket.socket()
    s.settimeout(0.5)
    try:
        s.connect((host, port))
    except OSError:
        s.close()
        continue
    print("open:", port)
    try:
        s.send(b"GET / HTTP/1.0\r\n\r\n")
        s.recv(100)
    except OSError:
        pass
    s.close()
