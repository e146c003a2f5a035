# A TCP server that gives files.
# Run it with:  python3 server.py PORT FOLDER

from socket import *
import zlib

# fill in: the port and the folder are given on the command line, in sys.argv[1] and sys.argv[2]
serverPort = 12000
folder = 'shared'


def contentOf(name):
    # fill in: refuse a name that leads out of the folder; read the file, as bytes; None when there is none
    return None


def answer(line):
    # fill in: split the line at its space, look at what has come, and answer it;
    # zlib.crc32() sums up bytes, and '%08x' % number has eight digits
    return b'ERROR this server knows no request yet\n'


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
#   - send the answer, all of it; remember which file this client got last

connection.close()
