# UDP gap detector
# mistake: Only the reports are printed, and not the texts.
# fails: nothing-is-wrong
# diagnosis: text_not_printed
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
    number, text = data.decode().split(" ", 1)
    number = int(number)
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
