# mistake: The exception of the time limit is not caught.
# fails: a-reply-is-lost, server-is-started-again, refused-at-first
# diagnosis: python_error
import socket
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(1)
for number in range(1, 1000):
    sock.sendto(f"message {number}".encode(), (sys.argv[1], int(sys.argv[2])))
    reply, server = sock.recvfrom(2048)
    print("Reply:", reply.decode())
    time.sleep(0.5)
