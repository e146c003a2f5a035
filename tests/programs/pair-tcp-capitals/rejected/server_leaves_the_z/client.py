# Capitalization client. usage: python3 plain.py HOST PORT
import sys
from socket import *

serverName = sys.argv[1]
serverPort = int(sys.argv[2])

clientSocket = socket(AF_INET, SOCK_STREAM)
clientSocket.connect((serverName, serverPort))
sentence = input('Input lowercase sentence: ').encode()
clientSocket.sendall(sentence)

# the reply is as long as the request, but it may come in several parts
reply = b''
while len(reply) < len(sentence):
    part = clientSocket.recv(1024)
    if not part:
        break
    reply += part
print('From Server:', reply.decode())
clientSocket.close()
