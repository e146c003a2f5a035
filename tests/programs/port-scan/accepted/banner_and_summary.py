from socket import *
from datetime import datetime
import sys

target = gethostbyname(sys.argv[1])
start, end = int(sys.argv[2]), int(sys.argv[3])
print("-" * 50)
print("Scanning Target: " + target)
print("Scanning started at: " + str(datetime.now()))
print(f"Ports {start} to {end}")
print("-" * 50)
found = []
try:
    for port in range(start, end + 1):
        s = socket(AF_INET, SOCK_STREAM)
        setdefaulttimeout(1)
        result = s.connect_ex((target, port))
        if result == 0:
            found.append(port)
        s.close()
except KeyboardInterrupt:
    sys.exit()
print("Open ports:", found)
print(f"{len(found)} open, scan of {start}-{end} done")
