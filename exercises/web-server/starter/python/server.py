# A web server: hands out the files of the folder www.
# Run it with:  python3 server.py PORT

from socket import *

# fill in: the port is given on the command line, in sys.argv[1]
serverPort = 12000


def respond(connection, status, kind, body):
    # fill in: send the status line, Content-Type, Content-Length and an empty line, each with \r\n, then the body
    pass


# create a TCP socket for the clients to connect to
serverSocket = socket(AF_INET, SOCK_STREAM)
serverSocket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
serverSocket.bind(('', serverPort))
serverSocket.listen()
print('The server is ready')

# fill in: one browser after another
connection, address = serverSocket.accept()

# fill in:
#   - receive until \r\n\r\n has come; nothing means that the browser has gone
#   - take the path out of the first line; / is /index.html
#   - a path that leads out of www gets a 403, and what is not there a 404
#   - open(..., 'rb'), read all of it, and respond with '200 OK'

connection.close()
