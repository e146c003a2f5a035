# A TCP server for a chat of many.
# Run it with:  python3 server.py PORT

from socket import *

# fill in: the port is given on the command line, in sys.argv[1]
serverPort = 12000


# fill in: who is in the room: the socket of each name


def answer(connection, line):
    # fill in: see which command it is, look at what has come, and tell the others
    return b'ERROR this server knows no command yet\n'


def serve(connection):
    # fill in: again and again
    #   - receive what the client says; nothing means that it has left, and so does an error
    #   - keep it until a line is whole; what stands behind the line end belongs to the next one
    #   - send the answer; after QUIT say BYE and leave the loop

    # fill in: take the client off the list, and tell the others who left
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
