# fails: ends-by-itself
# diagnosis: scans_again
# mistake: When it has finished it begins again.
import socket
import sys
import time

host, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
while True:
    for port in range(first, last + 1):
        with socket.socket() as s:
            if s.connect_ex((host, port)) == 0:
                print(port)
    time.sleep(10)
