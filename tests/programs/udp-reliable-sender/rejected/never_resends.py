# UDP sender
# mistake: recvfrom() has no time limit, so nothing is ever sent again.
# fails: resends-what-was-lost
# diagnosis: never_resends
from socket import *
import sys

serverName = sys.argv[1]
serverPort = int(sys.argv[2])
clientSocket = socket(AF_INET, SOCK_DGRAM)

seq = 0
for line in open(sys.argv[3]):
    clientSocket.sendto((str(seq) + " " + line.rstrip()).encode(), (serverName, serverPort))
    while True:
        ack, address = clientSocket.recvfrom(2048)
        if ack.decode() == "ACK " + str(seq):
            break
    seq += 1
clientSocket.close()
