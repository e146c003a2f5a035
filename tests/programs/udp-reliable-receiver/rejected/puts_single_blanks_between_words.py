# UDP receiver
# mistake: The text is split into words and joined again: two blanks become one.
# fails: prints-each-line
# diagnosis: loses_spaces
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
expected = 0
while True:
    data, address = sock.recvfrom(2048)
    number, *words = data.decode().split()
    if int(number) == expected:
        print(" ".join(words), flush=True)
        expected += 1
    sock.sendto(f"ACK {number}".encode(), address)
