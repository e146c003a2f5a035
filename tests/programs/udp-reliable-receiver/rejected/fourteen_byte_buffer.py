# mistake: recvfrom() has room for 14 bytes, the number in front among them.
# fails: prints-each-line
# diagnosis: cuts_text_at
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", int(sys.argv[1])))
expected = 0
while True:
    data, address = s.recvfrom(14)
    number, line = data.decode().split(" ", 1)
    if int(number) == expected:
        print(line)
        expected += 1
    s.sendto(f"ACK {number}".encode(), address)
