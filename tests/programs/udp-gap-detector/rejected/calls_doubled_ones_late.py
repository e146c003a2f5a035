# UDP gap detector
# mistake: Every number that is too small is called late.
# fails: says-what-is-doubled, late-and-then-doubled, all-at-once
# diagnosis: calls_doubled_ones_late, keeps_late_ones_missing
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))

expected = 0
while True:
    data = sock.recv(2048)
    if not data:
        continue
    number, text = data.decode().split(" ", 1)
    number = int(number)
    print(text)
    for lost in range(expected, number):
        print("missing", lost)
    if number < expected:
        print("late", number)
    expected = max(expected, number + 1)
