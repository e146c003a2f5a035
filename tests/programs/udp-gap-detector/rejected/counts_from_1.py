# UDP gap detector
# mistake: The first number is taken to be 1.
# fails: nothing-is-wrong
# diagnosis: awaits_one_first
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))

expected = 1
missing = set()
while True:
    data = sock.recv(2048)
    if not data:
        continue
    number, text = data.decode().split(" ", 1)
    number = int(number)
    print(text)
    if number in missing:
        print("late", number)
        missing.discard(number)
    elif number < expected:
        print("doubled", number)
    else:
        for lost in range(expected, number):
            print("missing", lost)
            missing.add(lost)
        expected = number + 1
