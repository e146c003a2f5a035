# mistake: recvfrom() has no time limit: after the first loss it waits for ever.
# fails: a-reply-is-lost, server-is-started-again, refused-at-first
# diagnosis: waits_without_a_time_limit
import socket
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
number = 0
while True:
    number += 1
    sock.sendto(f"message {number}".encode(), (sys.argv[1], int(sys.argv[2])))
    reply, server = sock.recvfrom(2048)
    print("Reply:", reply.decode())
    time.sleep(0.5)
