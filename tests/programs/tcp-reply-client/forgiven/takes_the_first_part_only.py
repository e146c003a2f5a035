# fails: reply-in-pieces, long-reply
# oddity: One recv() is all that is read.
from socket import *
import sys
clientSocket = socket(AF_INET, SOCK_STREAM)
clientSocket.connect((sys.argv[1], int(sys.argv[2])))
clientSocket.send(sys.argv[3].encode())
reply = clientSocket.recv(1024)
print('From Server:', reply.decode())
clientSocket.close()
