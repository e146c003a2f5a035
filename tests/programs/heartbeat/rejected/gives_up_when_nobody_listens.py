# fails: monitor-is-away
# diagnosis: gave_up_with_a_message
# mistake: when nobody listens it ends.
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
        try:
            sock.send(f'ALIVE {name} {number}'.encode())
        except OSError as problem:
            print('nobody hears it:', problem)
        continue
    sock.settimeout(left)
    try:
        data, sender = sock.recvfrom(2000)
    except TimeoutError:
        continue
    except OSError as problem:
        sys.exit('nobody hears it')
    if sender == monitor and data.strip() == b'STOP':
        sock.send(f'BYE {name}'.encode())
        break
