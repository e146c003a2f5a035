# mistake: One client after the other: while recv() waits for the first, nobody else is served.
# fails: silent-client
# diagnosis: serves_one_at_a_time
from socket import *
import sys
serverSocket = socket(AF_INET, SOCK_STREAM)
serverSocket.bind(('', int(sys.argv[1])))
serverSocket.listen(5)
while True:
    connection, address = serverSocket.accept()
    while True:
        data = connection.recv(1024)
        if not data:
            break
        connection.sendall(data.upper())
    connection.close()
