# fails: ends-with-success
# oddity: The message is sent and the socket is closed, and then a call of a method that does not exist raises an error.
from socket import *
import sys

receiverName = sys.argv[1]
receiverPort = int(sys.argv[2])
sentence = sys.argv[3]

with socket(AF_INET, SOCK_STREAM) as senderSocket:
    senderSocket.connect((receiverName, receiverPort))
    senderSocket.sendall(sentence.encode())
senderSocket.disconnect()
