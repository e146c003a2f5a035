from socket import *
import sys

serverSocket = socket(AF_INET, SOCK_STREAM)
serverSocket.bind(('', int(sys.argv[1])))
serverSocket.listen(1)
print('The server is ready to receive')
while True:
    connectionSocket, addr = serverSocket.accept()
    print('Connected:', addr)
    try:
        while True:
            data = connectionSocket.recv(1024)
            if not data:
                break
            connectionSocket.send(data.decode(errors='surrogateescape').upper().encode(errors='surrogateescape'))
    except (ConnectionResetError, BrokenPipeError):
        pass
    print('Connection dropped.')
    connectionSocket.close()
