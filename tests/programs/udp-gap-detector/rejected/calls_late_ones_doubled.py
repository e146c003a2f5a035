# UDP gap detector
# mistake: Every number that is too small is called doubled.
# fails: says-what-is-late
# diagnosis: calls_late_ones_doubled
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
        print("doubled", number)
    expected = max(expected, number + 1)
