# fails: message-arrives
# diagnosis: unknown_host
# mistake: The name of the course notes' example is still written in, and no computer has it.
from socket import *

serverName = 'hostname.of.receiver'
serverPort = 12000
clientSocket = socket(AF_INET, SOCK_STREAM)
clientSocket.connect((serverName, serverPort))
clientSocket.send('Hello, receiver!'.encode())
clientSocket.close()
