# UDP sender
# mistake: The numbered lines are put together and sent as one datagram.
# fails: sends-each-line
# diagnosis: sends_all_lines_in_one
import socket
import sys

with open(sys.argv[3]) as f:
    lines = [f"{i} {line}" for i, line in enumerate(f)]
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(0.3)
for attempt in range(6):
    s.sendto("".join(lines).encode(), (sys.argv[1], int(sys.argv[2])))
    try:
        print(s.recvfrom(1024)[0].decode())
        break
    except socket.timeout:
        print("again")
