# fails: long-message, arrives-in-pieces, silent-client, empty-line
# oddity: Each client gets the reply to its first recv() and is sent home.
from socket import *

serverPort = 12000
serverSocket = socket(AF_INET, SOCK_STREAM)
serverSocket.bind(("", serverPort))
serverSocket.listen(1)
print("The server is ready to receive")
while True:
    connectionSocket, addr = serverSocket.accept()
    try:
        sentence = connectionSocket.recv(1024).decode()
        capitalizedSentence = sentence.upper()
        connectionSocket.send(capitalizedSentence.encode())
    except OSError as e:
        print("client lost:", e)
    connectionSocket.close()
