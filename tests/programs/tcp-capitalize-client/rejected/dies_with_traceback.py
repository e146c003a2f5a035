# fails: sends-the-text, prints-the-reply
# diagnosis: python_error
# mistake: connect() takes one argument, a pair of host and port, and is given two.
from socket import *
import sys

clientSocket = socket(AF_INET, SOCK_STREAM)
clientSocket.connect(sys.argv[1], int(sys.argv[2]))
sentence = input('Input lowercase sentence: ')
clientSocket.send(sentence.encode())
print(clientSocket.recv(1024).decode())
clientSocket.close()
