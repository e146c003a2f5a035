# fails: acknowledges-each-line
# diagnosis: answers_from_another_socket
# mistake: a second socket for the acknowledgements, which has a port of its own.
import socket
import sys

receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
receiver.bind(("", int(sys.argv[1])))
answers = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
expected = 0
while True:
    data, address = receiver.recvfrom(65535)
    number, _, text = data.decode().partition(" ")
    if not number.isdigit():
        continue
    answers.sendto(f"ACK {number}".encode(), address)
    if int(number) == expected:
        print(text, flush=True)
        expected += 1
