# fails: long-silence
# oddity: It counts the messages without a reply, and ends after ten of them.
import socket
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(1)
number = 0
failures = 0
while failures < 10:
    number += 1
    sock.sendto(f"message {number}".encode(), (sys.argv[1], int(sys.argv[2])))
    try:
        reply, address = sock.recvfrom(2048)
        print("Reply:", reply.decode(), flush=True)
        failures = 0
    except OSError:
        print("No answer", flush=True)
        failures += 1
    time.sleep(1)
print("The server is away for good")
