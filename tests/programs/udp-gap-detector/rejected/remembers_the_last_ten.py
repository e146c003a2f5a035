# fails: an-old-one-again
# diagnosis: calls_doubled_ones_late
# mistake: it remembers the last ten numbers, and takes an older one that comes again for a late one.
import collections
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
awaited = 0
last = collections.deque(maxlen=10)
while True:
    data, sender = sock.recvfrom(2048)
    number, _, text = data.decode().partition(" ")
    if not number.isdigit():
        continue
    number = int(number)
    if number in last:
        print("doubled", number, flush=True)
        continue
    last.append(number)
    if number < awaited:
        print("late", number, flush=True)
    for missing in range(awaited, number):
        print("missing", missing, flush=True)
    awaited = max(awaited, number + 1)
    print(text, flush=True)
