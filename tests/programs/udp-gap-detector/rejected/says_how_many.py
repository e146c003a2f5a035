# UDP gap detector
# mistake: How many are missing is reported, and not which.
# fails: says-what-is-missing
# diagnosis: reports_how_many
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))

expected = 0
lost = 0
while True:
    data = sock.recv(2048)
    if not data:
        continue
    number, text = data.decode().split(" ", 1)
    number = int(number)
    print(text)
    if number > expected:
        lost += number - expected
        print("missing", lost)
    elif number < expected:
        print("doubled", number)
    expected = max(expected, number + 1)
