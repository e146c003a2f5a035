# UDP capitalize client
# mistake: The reply is received and decoded, and never printed.
# fails: prints-the-reply
# diagnosis: text_not_printed
from socket import *
import sys

clientSocket = socket(AF_INET, SOCK_DGRAM)
message = input("Input lowercase sentence: ")
clientSocket.sendto(message.encode(), (sys.argv[1], int(sys.argv[2])))
modifiedMessage, serverAddress = clientSocket.recvfrom(2048)
modifiedMessage.decode()
clientSocket.close()
