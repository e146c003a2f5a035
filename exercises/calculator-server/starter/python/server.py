# A TCP server that calculates: answers each line of its client.
# Run it with:  python3 server.py PORT

from socket import *

# fill in: the port is given on the command line, in sys.argv[1]
serverPort = 12000


def answer(line):
    # fill in: split the line at its spaces, look at what has come, and calculate
    return 'ERROR this server knows no calculation yet'


# create a TCP socket for the clients to connect to
serverSocket = socket(AF_INET, SOCK_STREAM)
serverSocket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
serverSocket.bind(('', serverPort))
serverSocket.listen()
print('The server is ready')

# fill in: one client after another
connection, address = serverSocket.accept()

# fill in: again and again
#   - receive what the client says; nothing means that it has closed the connection
#   - keep it until a line is whole; what stands behind the line end belongs to the next one
#   - send the answer, and a line end; after QUIT say BYE and leave the loop

connection.close()
