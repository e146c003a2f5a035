# A UDP sender that gets every line there: python3 never_resends.py HOST PORT FILE
# The mistake: recvfrom() has no time limit, so nothing is ever sent again.
import socket
import sys

receiver = (sys.argv[1], int(sys.argv[2]))
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
with open(sys.argv[3]) as lines:
    for seq, line in enumerate(lines):
        sock.sendto(f"{seq} {line.rstrip()}".encode(), receiver)
        while sock.recvfrom(2048)[0].decode().strip() != f"ACK {seq}":
            pass
