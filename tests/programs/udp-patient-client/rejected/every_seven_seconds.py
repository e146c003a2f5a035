# fails: sends-again-and-again
# diagnosis: none
# mistake: seven seconds between two messages, where five are allowed.
import socket
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(1)
number = 0
while True:
    number += 1
    sock.sendto(f'message {number}'.encode(), (sys.argv[1], int(sys.argv[2])))
    try:
        print('Reply:', sock.recv(2000).decode(), flush=True)
    except OSError:
        print('No answer', flush=True)
    time.sleep(7)
