# UDP gap detector
# mistake: After a gap it still awaits the number that is missing.
# fails: says-what-is-missing
# diagnosis: awaits_the_missing_one
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
    if number == expected:
        expected += 1
    elif number > expected:
        print("missing", expected)
    else:
        print("doubled", number)
