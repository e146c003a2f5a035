# UDP receiver
# oddity: It remembers what it has by address and number. From another port an old line is new, and is printed again.
# fails: answers-where-it-was-asked
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
known = set()
while True:
    data, address = sock.recvfrom(2048)
    number, text = data.decode().split(" ", 1)
    if (address, number) not in known:
        known.add((address, number))
        print(text, flush=True)
    sock.sendto(f"ACK {number}".encode(), address)
