# UDP sender
# oddity: The message is sent, but the line that reports it adds a number to a string.
# fails: ends-with-success
from socket import *
import sys

sock = socket(AF_INET, SOCK_DGRAM)
text = input("What shall I send? ")
count = sock.sendto(text.encode(), (sys.argv[1], int(sys.argv[2])))
sock.close()
print("Bytes sent: " + count)
