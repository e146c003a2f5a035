# UDP gap detector
# mistake: Of several missing numbers only the first is reported.
# fails: several-are-missing
# diagnosis: reports_the_first_of_a_gap_only
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
    print(text)
    if number == expected:
        expected += 1
    elif number in missing:
        print("late", number)
        missing.discard(number)
    elif number < expected:
        print("doubled", number)
    else:
        print("missing", expected)
        missing.add(expected)
        expected = number + 1
