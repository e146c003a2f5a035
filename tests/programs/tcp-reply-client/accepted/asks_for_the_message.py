from socket import *
import sys

clientSocket = socket(AF_INET, SOCK_STREAM)
clientSocket.connect((sys.argv[1], int(sys.argv[2])))
sentence = input('Message: ')
clientSocket.send(sentence.encode())
clientSocket.shutdown(SHUT_WR)
print('From Server: ', clientSocket.makefile(encoding='utf-8').read())
clientSocket.close()
