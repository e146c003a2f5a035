# UDP sender
# mistake: There is a time limit, but nobody catches the exception that it raises.
# fails: resends-what-was-lost
# diagnosis: gives_up_too_early
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(0.3)
seq = 0
with open(sys.argv[3]) as f:
    for line in f:
        sock.sendto(f"{seq} {line.rstrip()}".encode(), (sys.argv[1], int(sys.argv[2])))
        data, _ = sock.recvfrom(1024)
        while data != b"ACK %d" % seq:
            sock.sendto(f"{seq} {line.rstrip()}".encode(), (sys.argv[1], int(sys.argv[2])))
            data, _ = sock.recvfrom(1024)
        seq += 1
