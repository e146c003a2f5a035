# fails: each-line-arrives
# blamed: neither
import socket
import sys

host, port, path = sys.argv[1], int(sys.argv[2]), sys.argv[3]
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(0.4)

for number, line in enumerate(open(path)):
    datagram = ("%d %s" % (number, line.rstrip("\n"))).encode()
    tries = 0
    while True:
        tries += 1
        if tries > 8:
            print("no answer, giving up", file=sys.stderr)
            sys.exit(1)
        sock.sendto(datagram, (host, port))
        try:
            answer, _ = sock.recvfrom(1024)
            if answer == b"ACK %d" % number:
                break
        except socket.timeout:
            print("again:", number)
