# UDP gap detector
# mistake: The number is one character.
# fails: beyond-nine, an-old-one-again, much-later
# diagnosis: takes_the_first_digit
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))

expected = 0
missing = set()
while True:
    data = sock.recv(2048)
    if not data:
        continue
    text = data.decode()
    number = int(text[0])
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
