# UDP sender
# oddity: The message is encoded as ASCII, so a letter like u-umlaut ends the program before it sends.
# fails: not-ascii
import socket
import sys

HOST = sys.argv[1]
PORT = int(sys.argv[2])
MESSAGE = sys.argv[3]

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.sendto(MESSAGE.encode("ascii"), (HOST, PORT))
print("Sent:", MESSAGE)
s.close()
