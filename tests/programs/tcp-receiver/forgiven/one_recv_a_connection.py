# fails: arrives-in-pieces, after-a-reset
# oddity: One recv() for each connection, so of a message in pieces the first one is printed.
from socket import *
import sys

serverSocket = socket(AF_INET, SOCK_STREAM)
serverSocket.bind(('0.0.0.0', int(sys.argv[1])))
serverSocket.listen(1)
while True:
    connectionSocket, addr = serverSocket.accept()
    data = connectionSocket.recv(1024)
    print('Received: ' + data.decode())
    connectionSocket.close()
