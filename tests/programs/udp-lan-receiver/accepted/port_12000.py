from socket import *

serverPort = 12000
serverSocket = socket(AF_INET, SOCK_DGRAM)
serverSocket.bind(('', serverPort))
print("The receiver is ready to receive")

count = 0
while True:
    message, clientAddress = serverSocket.recvfrom(2048)
    count += 1
    print("[%d] %s:%d says: %s" % (count, clientAddress[0], clientAddress[1], message.decode().strip()))
