# A TCP client that notices that the server has died.
# Run it with:  python3 client.py HOST PORT

import sys
from socket import *

# fill in: sys.argv[1] is the host, sys.argv[2] is the port.
serverName = 'localhost'
serverPort = 12000

# create a TCP socket
clientSocket = socket(AF_INET, SOCK_STREAM)

# fill in: connect the socket to the server (see: try ... except OSError)

for line in sys.stdin:
    sentence = line.rstrip('\n')

    # fill in: send the sentence and receive the reply
    # fill in: nothing received, or an error, means that the server has died
    reply = ''

    print('From server:', reply)

# fill in: when the server has died, say so and end with sys.exit(1)
clientSocket.close()
