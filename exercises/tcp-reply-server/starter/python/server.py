# A TCP server: prints the request of a client and replies.
# Run it with:  python3 server.py PORT

from socket import *

# fill in: the port is given on the command line, in sys.argv[1]
serverPort = 12000
# fill in: the address to listen on ('localhost' hears this computer only)
serverAddress = 'localhost'
reply = 'Message received'

# create a TCP socket for the clients to connect to
serverSocket = socket(AF_INET, SOCK_STREAM)
serverSocket.bind((serverAddress, serverPort))

# fill in: begin to listen

print('The server is ready')

# fill in: again and again
#   - accept the next connection
#   - receive the request and print it (a socket receives bytes: see decode())
#   - send the reply through the connection (see encode())
#   - close the connection

serverSocket.close()
