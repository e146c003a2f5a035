# mistake: Nothing is caught: every death of the server ends in a traceback, and an empty read is overlooked.
# fails: nobody-there, reset, server-ends
# diagnosis: leaves_the_error_uncaught
from socket import *
import sys
clientSocket = socket(AF_INET, SOCK_STREAM)
clientSocket.connect((sys.argv[1], int(sys.argv[2])))
for line in sys.stdin:
    clientSocket.send(line.encode())
    print('From Server:', clientSocket.recv(1024).decode())
clientSocket.close()
