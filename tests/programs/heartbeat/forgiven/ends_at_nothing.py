# fails: nothing-in-it
# mistake: a datagram without a byte is taken for the end, as it would be by TCP.
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
    sock.settimeout(left)
    try:
        data, sender = sock.recvfrom(2000)
    except TimeoutError:
        continue
    except OSError as problem:
        print('nobody hears it:', problem)
        continue
    if not data or sender == monitor and data.strip() == b'STOP':
        sock.sendto(f'BYE {name}'.encode(), monitor)
        break
