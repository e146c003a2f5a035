# fails: three-replies-are-lost, refused-at-first, long-silence, away-twice
# diagnosis: ends_instead_of_going_on
# mistake: after two messages without a reply it ends.
import socket
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(1)
number = failures = 0
while failures < 2:
    number += 1
    sock.sendto(f"message {number}".encode(), (sys.argv[1], int(sys.argv[2])))
    try:
        reply, address = sock.recvfrom(2048)
        print("Reply:", reply.decode(), flush=True)
        failures = 0
    except OSError:
        print("No answer", flush=True)
        failures += 1
    time.sleep(2.5)
print("The server is gone")
