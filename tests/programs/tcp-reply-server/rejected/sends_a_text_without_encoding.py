# mistake: A socket sends bytes, not text: send() raises a TypeError.
# fails: replies, prints-the-request
# diagnosis: python_error
from socket import *
import sys
serverSocket = socket(AF_INET, SOCK_STREAM)
serverSocket.bind(('', int(sys.argv[1])))
serverSocket.listen(1)
while True:
    connectionSocket, addr = serverSocket.accept()
    sentence = connectionSocket.recv(1024).decode()
    connectionSocket.send('Message received')
    print('Client says:', sentence)
    connectionSocket.close()
