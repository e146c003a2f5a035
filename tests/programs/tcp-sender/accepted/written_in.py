from socket import *

serverName = 'localhost'
serverPort = 12000
message = 'Hello, this is my first message over TCP!'

senderSocket = socket(AF_INET, SOCK_STREAM)
senderSocket.connect((serverName, serverPort))
senderSocket.send(message.encode())
senderSocket.close()
