# UDP capitalize client
# oddity: It prints the reply as Python writes bytes, b'...', so other letters show as \xc3\x9c.
# fails: not-ascii
from socket import *
import sys

clientSocket = socket(AF_INET, SOCK_DGRAM)
message = input("Input lowercase sentence: ")
clientSocket.sendto(message.encode(), (sys.argv[1], int(sys.argv[2])))
modifiedMessage, serverAddress = clientSocket.recvfrom(2048)
print(modifiedMessage)
clientSocket.close()
