# The sender of the course notes, with the name of the computer in the next room.
from socket import *

serverName = 'raspberrypi.local'
serverPort = 12000
clientSocket = socket(AF_INET, SOCK_STREAM)
clientSocket.connect((serverName, serverPort))
clientSocket.send('Hello, receiver!'.encode())
clientSocket.close()
