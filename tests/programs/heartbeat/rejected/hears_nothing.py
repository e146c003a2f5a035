# fails: stops
# diagnosis: none
# mistake: it sleeps between two beats, and never receives.
import socket
import sys
import time

monitor = (sys.argv[1], int(sys.argv[2]))
name, seconds = sys.argv[3], float(sys.argv[4])
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(('', 0))
number, due = 0, time.monotonic()
while True:
    left = due - time.monotonic()
    if left <= 0:
        number += 1
        due += seconds
        try:
            sock.sendto(f'ALIVE {name} {number}'.encode(), monitor)
        except OSError as problem:
            print('nobody hears it:', problem)
        continue
    time.sleep(left)
