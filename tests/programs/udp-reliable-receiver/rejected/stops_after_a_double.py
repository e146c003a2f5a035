# UDP receiver
# mistake: A line that comes again is taken for the end.
# fails: acknowledges-again, prints-each-line-once
# diagnosis: ends_at_a_double
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
expected = 0
while True:
    data, address = sock.recvfrom(2048)
    seq, text = data.decode().split(" ", 1)
    sock.sendto(f"ACK {seq}".encode(), address)
    if int(seq) != expected:
        break
    print(text)
    expected += 1
