# UDP gap detector
# oddity: Takes the number out of whatever comes.
# fails: an-empty-datagram
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))

came = []
highest = -1
while True:
    data = sock.recv(2048)
    number, text = data.decode().split(" ", 1)
    number = int(number)
    print(number, text)
    if number in came:
        print("doubled", number)
    elif number < highest:
        print("late", number)
    for lost in range(highest + 1, number):
        print("missing", lost)
    came.append(number)
    highest = max(highest, number)
