# fails: message-arrives
# diagnosis: unknown_host
# mistake: The host is written as the browser shows it, and no computer can be called that.
from socket import *

serverName = 'http://server.example.edu'
serverPort = 12000
clientSocket = socket(AF_INET, SOCK_STREAM)
clientSocket.connect((serverName, serverPort))
clientSocket.send('Hello, receiver!'.encode())
clientSocket.close()
