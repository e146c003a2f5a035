# oddity: Five attempts are four resends.
# fails: keeps-trying-to-the-fifth-resend
import socket, sys

MAX_TRIES = 5
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(0.25)
with open(sys.argv[3]) as f:
    for n, line in enumerate(f):
        line = line.rstrip("\n")
        for attempt in range(MAX_TRIES):
            s.sendto(f"{n} {line}".encode(), (sys.argv[1], int(sys.argv[2])))
            try:
                while True:
                    reply, sender = s.recvfrom(1024)
                    if reply.decode() == f"ACK {n}":
                        break
                break
            except socket.timeout:
                continue
        else:
            print("giving up on line", n, file=sys.stderr)
            sys.exit(1)
