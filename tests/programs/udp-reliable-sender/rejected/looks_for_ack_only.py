# UDP sender
# mistake: The answer has to begin with ACK, but its number is not compared.
# fails: ignores-doubled-acks, ignores-stale-acks
# diagnosis: takes_any_acknowledgement
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(0.3)
lines = open(sys.argv[3]).read().splitlines()
i = 0
while i < len(lines):
    sock.sendto((str(i) + " " + lines[i]).encode(), (sys.argv[1], int(sys.argv[2])))
    try:
        answer = sock.recvfrom(1024)[0].decode()
    except socket.timeout:
        continue
    if answer.startswith("ACK"):
        i += 1
