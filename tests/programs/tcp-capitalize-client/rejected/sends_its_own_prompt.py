# fails: sends-the-text, reply-in-pieces, long-text, not-ascii
# diagnosis: sends_own_prompt, takes_the_first_piece_only
# mistake: The question for the user goes to the server, and the user's answer is dropped.
from socket import *
import sys

serverName = sys.argv[1]
serverPort = int(sys.argv[2])
clientSocket = socket(AF_INET, SOCK_STREAM)
clientSocket.connect((serverName, serverPort))
sentence = 'Input lowercase sentence: '
input(sentence)
clientSocket.send(sentence.encode())
modifiedSentence = clientSocket.recv(1024)
print('From Server:', modifiedSentence.decode())
clientSocket.close()
