# A TCP client: sends a request to a server and prints the reply.
# Run it with:  python3 client.py HOST PORT MESSAGE
# (start the server first)

from socket import *

# fill in: the address, the port and the message. They are given on the command line:
# sys.argv[1] is the host, sys.argv[2] is the port, sys.argv[3] is the message.
serverName = 'localhost'
serverPort = 12000
message = ''

# create a TCP socket
clientSocket = socket(AF_INET, SOCK_STREAM)

# fill in: connect the socket to the server

# fill in: send the message (a socket sends bytes: see encode())

# fill in: receive the reply (see decode())
reply = ''

print('Server says:', reply)
clientSocket.close()
