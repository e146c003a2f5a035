# UDP gap detector
# oddity: A late number stays in the list of the missing ones.
# fails: late-and-then-doubled
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))

expected = 0
missing = []
while True:
    data = sock.recv(2048)
    if not data:
        continue
    number, text = data.decode().split(" ", 1)
    number = int(number)
    print(text)
    if number in missing:
        print("late", number)
    elif number < expected:
        print("doubled", number)
    else:
        for lost in range(expected, number):
            print("missing", lost)
            missing.append(lost)
        expected = number + 1
