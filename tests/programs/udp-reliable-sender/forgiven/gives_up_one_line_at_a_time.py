# oddity: it gives a line up after six attempts, goes on to the next, and ends as if all had gone well.
# fails: gives-up-with-an-error
# diagnosis: fails_with_status_0
import socket, sys
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(0.3)
lines = [l for l in open(sys.argv[3]).read().split("\n") if l]
for n, l in enumerate(lines):
    tries = 0
    while tries < 6:
        s.sendto(f"{n} {l}".encode(), (sys.argv[1], int(sys.argv[2])))
        tries += 1
        try:
            while s.recv(100).decode().strip() != f"ACK {n}":
                pass
            break
        except socket.timeout:
            pass
print("all lines sent")
