# UDP capitalize server
# oddity: It decodes as ASCII and ends with a traceback at the first other letter.
# fails: not-ascii
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("0.0.0.0", int(sys.argv[1])))

while True:
    data, addr = sock.recvfrom(65507)
    text = data.decode("ascii")
    sock.sendto(text.upper().encode("ascii"), addr)
