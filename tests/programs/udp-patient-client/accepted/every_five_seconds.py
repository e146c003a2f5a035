# As seldom as it may be.
import socket
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(1)
number = 0
while True:
    began = time.monotonic()
    number += 1
    sock.sendto(f'message {number}'.encode(), (sys.argv[1], int(sys.argv[2])))
    try:
        print('Reply:', sock.recv(2000).decode(), flush=True)
    except OSError:
        print('No answer', flush=True)
    time.sleep(max(0, began + 5 - time.monotonic()))
