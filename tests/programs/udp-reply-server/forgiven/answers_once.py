# fails: goes-on, prints-no-leftovers
# oddity: There is no loop: the server ends with its first client.
from socket import *
import sys

serverSocket = socket(AF_INET, SOCK_DGRAM)
serverSocket.bind(('', int(sys.argv[1])))
message, clientAddress = serverSocket.recvfrom(2048)
print('Message from client:', message.decode())
serverSocket.sendto('Hello from the server'.encode(), clientAddress)
serverSocket.close()
