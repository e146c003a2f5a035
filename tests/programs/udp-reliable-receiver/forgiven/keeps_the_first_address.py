# UDP receiver
# oddity: The address of the first datagram is kept, and all acknowledgements go there.
# fails: answers-where-it-was-asked
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
sender = None
lines = []
while True:
    data, address = sock.recvfrom(1024)
    if sender is None:
        sender = address
        print("sender:", sender)
    number, line = data.decode().split(" ", 1)
    if int(number) == len(lines):
        lines.append(line)
        print(line)
    sock.sendto(("ACK " + number).encode(), sender)
