# fails: finds-what-listens, first-and-last
# diagnosis: stops_at_a_closed_port
# mistake: The error of the first port that refuses is not caught.
import socket
import sys

host = sys.argv[1]
for port in range(int(sys.argv[2]), int(sys.argv[3]) + 1):
    s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    s.connect((host, port))
    print("Port", port, "is open")
    s.close()
