# fails: monitor-is-away
# diagnosis: falls_at_a_refusal
# mistake: the error that says that nobody is there is not caught.
import socket
import sys
import time

monitor = (sys.argv[1], int(sys.argv[2]))
name, seconds = sys.argv[3], float(sys.argv[4])
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.connect(monitor)
number, due = 0, time.monotonic()
while True:
    left = due - time.monotonic()
    if left <= 0:
        number += 1
        due += seconds
        sock.send(f'ALIVE {name} {number}'.encode())
        continue
    sock.settimeout(left)
    try:
        data, sender = sock.recvfrom(2000)
    except TimeoutError:
        continue
    if sender == monitor and data.strip() == b'STOP':
        sock.send(f'BYE {name}'.encode())
        break
