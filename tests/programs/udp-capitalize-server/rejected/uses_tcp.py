# A server for the UDP exercise
# mistake: It is a TCP server: SOCK_STREAM, listen() and accept().
# fails: replies-in-capitals
# diagnosis: wrong_transport
from socket import *
import sys

serverSocket = socket(AF_INET, SOCK_STREAM)
serverSocket.bind(('', int(sys.argv[1])))
serverSocket.listen(1)
print('The server is ready to receive')
while True:
    connectionSocket, addr = serverSocket.accept()
    sentence = connectionSocket.recv(1024).decode()
    connectionSocket.send(sentence.upper().encode())
    connectionSocket.close()
