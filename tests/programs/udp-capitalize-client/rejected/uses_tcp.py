# A client for the UDP exercise
# mistake: It is a TCP client: the server has no TCP socket to connect to.
# fails: sends-the-text, prints-the-reply
# diagnosis: wrong_transport
from socket import *
import sys

clientSocket = socket(AF_INET, SOCK_STREAM)
clientSocket.connect((sys.argv[1], int(sys.argv[2])))
sentence = input('Input lowercase sentence:')
clientSocket.send(sentence.encode())
modifiedSentence = clientSocket.recv(1024)
print('From Server:', modifiedSentence.decode())
clientSocket.close()
