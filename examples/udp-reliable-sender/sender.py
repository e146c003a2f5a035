# A UDP sender that gets every line there: python3 sender.py HOST PORT FILE
import socket
import sys

receiver = (sys.argv[1], int(sys.argv[2]))
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(0.5)
with open(sys.argv[3]) as lines:
    for seq, line in enumerate(lines):
        acknowledged = False
        while not acknowledged:
            sock.sendto(f"{seq} {line.rstrip()}".encode(), receiver)
            try:
                while not acknowledged:
                    acknowledged = sock.recvfrom(2048)[0].decode().strip() == f"ACK {seq}"
            except socket.timeout:
                pass  # send it again
