from socket import *
from threading import Thread
import sys

def talk(connection, address):
    with connection:
        try:
            while True:
                data = connection.recv(1024)
                if not data:
                    break
                connection.sendall(data.upper())
        except ConnectionError as error:
            print(address, error)

serverSocket = socket(AF_INET, SOCK_STREAM)
serverSocket.bind(('', int(sys.argv[1])))
serverSocket.listen(5)
while True:
    connection, address = serverSocket.accept()
    print('Connected:', address)
    Thread(target=talk, args=(connection, address)).start()
