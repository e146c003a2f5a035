# A TCP server that keeps values: answers each line of its clients.
# Run it with:  python3 server.py PORT

from socket import *

# fill in: the port is given on the command line, in sys.argv[1]
serverPort = 12000


# fill in: the store for the values of all clients


def answer(line):
    # fill in: split the line at its spaces, look at what has come, and set, get or delete
    return b'-ERR this server knows no command yet\r\n'


# create a TCP socket for the clients to connect to
serverSocket = socket(AF_INET, SOCK_STREAM)
serverSocket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
serverSocket.bind(('', serverPort))
serverSocket.listen()
print('The server is ready')

# fill in: many clients at once
connection, address = serverSocket.accept()

# fill in: again and again
#   - receive what the client says; nothing means that it has closed the connection
#   - keep it until a line is whole; what stands behind the line end belongs to the next one
#   - send the answer; after QUIT send +OK and leave the loop

connection.close()
