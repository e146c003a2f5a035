# UDP receiver
# oddity: It remembers the texts, and not the numbers: a line that says the same as another one is not printed.
# fails: same-text-twice
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
printed = set()
while True:
    data, address = sock.recvfrom(2048)
    number, text = data.decode().split(" ", 1)
    if text not in printed:
        print(text, flush=True)
        printed.add(text)
    sock.sendto(f"ACK {number}".encode(), address)
