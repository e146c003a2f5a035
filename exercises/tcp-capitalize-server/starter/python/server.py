# A TCP server that replies in capitals.
# Run it with:  python3 server.py PORT

from socket import *

# fill in: the port is given on the command line, in sys.argv[1]
serverPort = 12000

# create a TCP welcoming socket
serverSocket = socket(AF_INET, SOCK_STREAM)
serverSocket.bind(('', serverPort))

# fill in: begin to listen for clients

print('The server is ready to receive')

# fill in: again and again
#   - accept the next client: accept() returns a new socket for it, and its address
#   - read the sentence from the new socket
#   - send its capitals back on the new socket
#   - close the new socket when this client is done

serverSocket.close()
