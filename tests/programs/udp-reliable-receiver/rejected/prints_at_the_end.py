# UDP receiver
# mistake: The lines are kept, and printed when the receiver is stopped.
# fails: prints-each-line
# diagnosis: text_not_printed
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
lines = {}
try:
    while True:
        data, address = sock.recvfrom(2048)
        seq, text = data.decode().split(" ", 1)
        lines[int(seq)] = text
        sock.sendto(f"ACK {seq}".encode(), address)
except KeyboardInterrupt:
    for seq in sorted(lines):
        print(lines[seq])
