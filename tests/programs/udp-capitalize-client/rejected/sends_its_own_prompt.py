# UDP capitalize client
# mistake: It sends the question that was meant for the user.
# fails: sends-the-text, long-text, not-ascii
# diagnosis: sends_own_prompt
from socket import *
import sys

serverName = sys.argv[1]
serverPort = int(sys.argv[2])
clientSocket = socket(AF_INET, SOCK_DGRAM)
message = 'Input lowercase sentence: '
sentence = input(message)
clientSocket.sendto(message.encode(), (serverName, serverPort))
modifiedMessage, serverAddress = clientSocket.recvfrom(2048)
print(modifiedMessage.decode())
clientSocket.close()
