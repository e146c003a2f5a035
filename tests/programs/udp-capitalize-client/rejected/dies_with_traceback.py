# UDP capitalize client
# mistake: raw_input() was Python 2; Python 3 ends the program with a NameError.
# fails: sends-the-text, prints-the-reply
# diagnosis: python2_source
from socket import *
import sys

serverName = sys.argv[1]
serverPort = int(sys.argv[2])
clientSocket = socket(AF_INET, SOCK_DGRAM)
message = raw_input('Input lowercase sentence:')
clientSocket.sendto(message.encode(), (serverName, serverPort))
modifiedMessage, serverAddress = clientSocket.recvfrom(2048)
print(modifiedMessage.decode())
clientSocket.close()
