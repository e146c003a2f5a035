# UDP receiver
# mistake: recvfrom() returns the data and the address; it prints the address.
# fails: prints-a-message
# diagnosis: prints_the_address
from socket import *
import sys

receiverSocket = socket(AF_INET, SOCK_DGRAM)
receiverSocket.bind(("", int(sys.argv[1])))

while True:
    message = receiverSocket.recvfrom(2048)[1]
    print("Received:", message)
