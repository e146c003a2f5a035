# A TCP client of a calculator.
# Run it with:  python3 client.py HOST PORT

from socket import *

# fill in: the server's address and port are given on the command line, in sys.argv
serverName = 'localhost'
serverPort = 12000


def readLine(clientSocket):
    # fill in: receive until a line is whole; what stands behind its end is kept for the next call
    #   recv() that returns nothing says that the server has gone
    return ''


# create a TCP socket, and connect it to the server
clientSocket = socket(AF_INET, SOCK_STREAM)
clientSocket.connect((serverName, serverPort))

# fill in: again and again, until the server says BYE
sentence = input('Sum: ')
# fill in: send the line with its line end
# fill in: read lines until one is the answer; print notes and the answer

clientSocket.close()
