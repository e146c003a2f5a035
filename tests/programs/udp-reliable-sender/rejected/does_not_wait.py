# UDP sender
# mistake: It sends all lines and ends, without waiting for anything.
# fails: resends-what-was-lost
# diagnosis: goes_on_without_the_acknowledgement
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for number, line in enumerate(open(sys.argv[3])):
    sock.sendto(f"{number} {line.rstrip()}".encode(), (sys.argv[1], int(sys.argv[2])))
print("sent")
