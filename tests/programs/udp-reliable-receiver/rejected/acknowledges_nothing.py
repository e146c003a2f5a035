# UDP receiver
# mistake: It prints what comes and never answers.
# fails: acknowledges-each-line
# diagnosis: acknowledges_nothing
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
expected = 0
while True:
    data, address = sock.recvfrom(2048)
    seq, text = data.decode().split(" ", 1)
    if int(seq) == expected:
        print(text)
        expected += 1
