# fails: prints-the-reply
# diagnosis: capitalizes_by_itself
# mistake: The capitals that are printed are the client's own, not the server's reply.
from socket import *
import sys

clientSocket = socket(AF_INET, SOCK_STREAM)
clientSocket.connect((sys.argv[1], int(sys.argv[2])))
sentence = input('Input lowercase sentence: ')
clientSocket.send(sentence.encode())
modifiedSentence = clientSocket.recv(1024)
print('From Server:', sentence.upper())
clientSocket.close()
