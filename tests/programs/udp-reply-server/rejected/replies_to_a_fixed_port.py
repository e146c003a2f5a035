# mistake: The reply goes to a port that the programmer chose, instead of the address that recvfrom() gave.
# fails: replies
# diagnosis: replies_to_wrong_address
from socket import *
import sys
s = socket(AF_INET, SOCK_DGRAM)
s.bind(("", int(sys.argv[1])))
while True:
    data, address = s.recvfrom(1024)
    print("Client says:", data.decode())
    s.sendto(b"Message received", (address[0], 12001))
