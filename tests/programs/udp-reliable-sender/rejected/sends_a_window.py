# UDP sender
# mistake: Three lines are under way at a time; the next one does not wait for the acknowledgement of the one before.
# fails: resends-what-was-lost
# diagnosis: sends_several_at_a_time
import socket
import sys

WINDOW = 3
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(0.3)
lines = open(sys.argv[3]).read().splitlines()
missing = set(range(len(lines)))
while missing:
    for seq in sorted(missing)[:WINDOW]:
        sock.sendto(f"{seq} {lines[seq]}".encode(), (sys.argv[1], int(sys.argv[2])))
    try:
        for _ in range(WINDOW):
            missing.discard(int(sock.recv(1024).split()[1]))
    except socket.timeout:
        pass
