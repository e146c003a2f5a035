# UDP receiver
# oddity: It decodes as ASCII and ends with a traceback at the first other letter.
# fails: not-ascii
from socket import socket, AF_INET, SOCK_DGRAM
import sys


def receive(port):
    s = socket(AF_INET, SOCK_DGRAM)
    s.bind(("0.0.0.0", port))
    while True:
        message, sender = s.recvfrom(8192)
        print(sender, message.decode("ascii"))


receive(int(sys.argv[1]))
