# A daytime server: tells every client the time.
# Run it with:  python3 server.py PORT

from socket import *

# fill in: the port is given on the command line, in sys.argv[1]
serverPort = 12000

# create a TCP socket for the clients to connect to
serverSocket = socket(AF_INET, SOCK_STREAM)
serverSocket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
serverSocket.bind(('', serverPort))
serverSocket.listen()
print('The server is ready')

# fill in: one client after another
connection, address = serverSocket.accept()

# fill in: put the time into the line, see time.ctime() or datetime.datetime.now()
line = ''

connection.sendall(line.encode())
connection.close()
