# A TCP server: sends back in capitals whatever its client says, until the client goes.
# Run it with:  python3 server.py PORT

from socket import *

# fill in: the port is given on the command line, in sys.argv[1]
serverPort = 12000

# create a TCP socket for the clients to connect to
serverSocket = socket(AF_INET, SOCK_STREAM)
serverSocket.bind(('', serverPort))
serverSocket.listen(1)
print('The server is ready')

# fill in: one client after another
connection, address = serverSocket.accept()
print('Connected:', address[0])

# fill in: again and again
#   - receive what the client says; nothing means that it has closed the connection
#   - send it back in capitals
# fill in: a reset raises ConnectionResetError; catch it (try ... except)

print('Connection dropped.')
connection.close()
