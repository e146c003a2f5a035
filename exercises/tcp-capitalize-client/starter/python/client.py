# A TCP client: sends a sentence to a server and prints the reply, the sentence in capitals.
# Run it with:  python3 client.py HOST PORT
# (start the server first)

from socket import *

# fill in: the address and the port of the server. They are given on the command line:
# sys.argv[1] is the host, sys.argv[2] is the port.
serverName = 'localhost'
serverPort = 12000

# create a TCP socket
clientSocket = socket(AF_INET, SOCK_STREAM)

# fill in: connect the socket to the server

sentence = input('Input lowercase sentence: ')

# fill in: send the sentence (a socket sends bytes: see encode())

# fill in: receive the reply (see decode())
modifiedSentence = ''

print('From Server:', modifiedSentence)
clientSocket.close()
