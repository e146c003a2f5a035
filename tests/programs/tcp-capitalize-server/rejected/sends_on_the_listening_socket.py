# fails: replies-in-capitals
# diagnosis: uses_listening_socket
# mistake: The reply is sent on the listening socket instead of the one that accept() returned.
from socket import *

serverPort = 12000
serverSocket = socket(AF_INET, SOCK_STREAM)
serverSocket.bind(('', serverPort))
serverSocket.listen(1)
print('The server is ready to receive')
while True:
    connectionSocket, addr = serverSocket.accept()
    sentence = connectionSocket.recv(1024).decode()
    capitalizedSentence = sentence.upper()
    serverSocket.send(capitalizedSentence.encode())
    connectionSocket.close()
