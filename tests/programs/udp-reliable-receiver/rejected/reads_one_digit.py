# UDP receiver
# mistake: The number is taken to be one character, the text to begin with the third.
# fails: more-than-ten-lines
# diagnosis: acknowledges_with_another_number
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
expected = 0
while True:
    data, address = sock.recvfrom(2048)
    seq = data[:1]
    text = data[2:].decode()
    if int(seq) == expected:
        print(text)
        expected += 1
    sock.sendto(b"ACK " + seq, address)
