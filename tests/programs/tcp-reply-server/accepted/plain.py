from socket import *
import sys

serverSocket = socket(AF_INET, SOCK_STREAM)
serverSocket.bind(('', int(sys.argv[1])))
serverSocket.listen(1)
print('The server is ready to receive')
while True:
    connectionSocket, addr = serverSocket.accept()
    try:
        sentence = connectionSocket.recv(1024).decode()
        if sentence:
            print('Client says:', sentence)
            connectionSocket.send('Message received'.encode())
    except ConnectionError as error:
        print('lost a client:', error)
    connectionSocket.close()
