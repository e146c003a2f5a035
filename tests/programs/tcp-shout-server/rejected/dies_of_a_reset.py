# mistake: A reset is not caught: the server ends with a traceback.
# fails: says-it-was-dropped
# diagnosis: python_error
from socket import *
import sys

serverSocket = socket(AF_INET, SOCK_STREAM)
serverSocket.bind(('', int(sys.argv[1])))
serverSocket.listen(1)
while True:
    connectionSocket, addr = serverSocket.accept()
    while True:
        data = connectionSocket.recv(1024)
        if not data:
            break
        connectionSocket.send(data.upper())
    print('Connection dropped.')
    connectionSocket.close()
