# A TCP server that lets its clients guess a number.
# Run it with:  python3 server.py PORT SECRET...

import sys
from socket import *

# fill in: the port and the secrets are given on the command line, in sys.argv
serverPort = 12000
secrets = [421]


def serve(connection):
    # fill in: which game of this client it is, and how many guesses it has made in it

    # fill in: again and again
    #   - receive what the client says; nothing means that it has closed the connection
    #   - keep it until a line is whole; what stands behind the line end belongs to the next one
    #   - answer the line: compare the guess with the secret, or begin the next game
    #   - after QUIT say BYE and leave the loop

    connection.close()


# create a TCP socket for the clients to connect to
serverSocket = socket(AF_INET, SOCK_STREAM)
serverSocket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
serverSocket.bind(('', serverPort))
serverSocket.listen()
print('The server is ready')

# fill in: many clients at once
connection, address = serverSocket.accept()
serve(connection)
