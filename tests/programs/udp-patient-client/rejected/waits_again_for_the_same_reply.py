# fails: a-reply-is-lost, server-is-started-again, refused-at-first
# diagnosis: waits_again_for_a_lost_reply
# mistake: after a time-out it waits once more for the reply that was lost, and never sends the next message.
import socket
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(1)
number = 0
while True:
    number += 1
    sock.sendto(f"message {number}".encode(), (sys.argv[1], int(sys.argv[2])))
    while True:
        try:
            reply, sender = sock.recvfrom(2048)
            break
        except TimeoutError:
            print("No answer", flush=True)
    print("Reply:", reply.decode(), flush=True)
    time.sleep(1)
