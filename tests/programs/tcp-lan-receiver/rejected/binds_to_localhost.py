# fails: hears-another-computer
# diagnosis: bound_to_loopback_only
# mistake: 'localhost' is 127.0.0.1, which other computers cannot reach.
from socket import *
import sys

serverPort = int(sys.argv[1])
serverSocket = socket(AF_INET, SOCK_STREAM)
serverSocket.bind(('localhost', serverPort))
serverSocket.listen(1)
print('The receiver is ready')
while True:
    connectionSocket, addr = serverSocket.accept()
    print('From', addr[0], ':', connectionSocket.recv(1024).decode())
    connectionSocket.close()
