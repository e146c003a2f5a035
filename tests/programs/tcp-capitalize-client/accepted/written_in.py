from socket import *

# the computer in the lab on which the server runs
serverName = '192.168.1.7'
serverPort = 12000
sentence = 'this text should come back in capitals'

clientSocket = socket(AF_INET, SOCK_STREAM)
clientSocket.connect((serverName, serverPort))
clientSocket.send(sentence.encode())
clientSocket.shutdown(SHUT_WR)          # nothing more to send

modifiedSentence = ''
while True:
    data = clientSocket.recv(2048)
    if not data:
        break
    modifiedSentence += data.decode()
print('From Server:', modifiedSentence)
clientSocket.close()
