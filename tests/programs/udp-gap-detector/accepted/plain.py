# UDP gap detector
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
expected = 0
missing = set()

while True:
    data, address = sock.recvfrom(2048)
    head, space, text = data.decode(errors="replace").partition(" ")
    if not head.isdigit():
        continue
    number = int(head)
    if number >= expected:
        for lost in range(expected, number):
            print("missing", lost)
            missing.add(lost)
        expected = number + 1
        print(text)
    elif number in missing:
        missing.remove(number)
        print("late", number)
        print(text)
    else:
        print("doubled", number)
