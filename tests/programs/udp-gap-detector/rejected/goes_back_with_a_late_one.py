# UDP gap detector
# mistake: After a late number the count goes on from there.
# fails: says-what-is-late, an-old-one-again
# diagnosis: goes_back_with_a_small_number
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))

last = -1
came = set()
while True:
    data = sock.recv(2048)
    if not data:
        continue
    number, text = data.decode().split(" ", 1)
    number = int(number)
    print(text)
    if number in came:
        print("doubled", number)
    elif number < last:
        print("late", number)
    else:
        for lost in range(last + 1, number):
            print("missing", lost)
    came.add(number)
    last = number
