# UDP capitalize client
# mistake: It waits for the reply, but prints capitals that it made itself.
# fails: prints-the-reply
# diagnosis: capitalizes_by_itself
from socket import *
import sys

clientSocket = socket(AF_INET, SOCK_DGRAM)
message = input("Input lowercase sentence: ")
clientSocket.sendto(message.encode(), (sys.argv[1], int(sys.argv[2])))
modifiedMessage, serverAddress = clientSocket.recvfrom(2048)
print("From server:", message.upper())
clientSocket.close()
