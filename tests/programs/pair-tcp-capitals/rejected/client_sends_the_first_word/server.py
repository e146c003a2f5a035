# Capitalization server: one thread for each client.
import sys
import threading
from socket import *

serverPort = int(sys.argv[1])


def serve(connectionSocket, address):
    print("Client connected:", address)
    try:
        while True:
            data = connectionSocket.recv(1024)
            if not data:
                break
            connectionSocket.sendall(data.upper())
    except ConnectionError as error:
        print("Lost", address, error)
    finally:
        connectionSocket.close()


serverSocket = socket(AF_INET, SOCK_STREAM)
serverSocket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
serverSocket.bind(('', serverPort))
serverSocket.listen(5)
print('The server is ready to receive')

while True:
    connectionSocket, addr = serverSocket.accept()
    threading.Thread(target=serve, args=(connectionSocket, addr), daemon=True).start()
