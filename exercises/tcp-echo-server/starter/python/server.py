# A TCP server that echoes.
# Run it with:  python3 server.py PORT

from socket import *
from threading import Thread

# fill in: the port is given on the command line, in sys.argv[1]
serverPort = 12000

def talk(connection):
    # fill in: again and again receive bytes of this client, until it has no more, and send them back
    connection.close()

serverSocket = socket(AF_INET, SOCK_STREAM)
serverSocket.bind(('', serverPort))
serverSocket.listen()
print('The server is ready')

# fill in: again and again
connection, address = serverSocket.accept()
# fill in: instead of calling talk() here, let a thread do it:
#          Thread(target=talk, args=(connection,), daemon=True).start()
talk(connection)
