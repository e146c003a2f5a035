# UDP receiver
# mistake: Every acknowledgement is the same: ACK.
# fails: acknowledges-each-line
# diagnosis: acknowledges_in_another_form
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
expected = 0
while True:
    data, address = sock.recvfrom(2048)
    seq, text = data.decode().split(" ", 1)
    sock.sendto(b"ACK", address)
    if int(seq) == expected:
        print(text)
        expected += 1
