# fails: prints-a-message
# diagnosis: never_listens
# mistake: The socket is bound, but listen() is never called.
from socket import *

port = 12000
receiverSocket = socket(AF_INET, SOCK_STREAM)
receiverSocket.bind(('', port))
print('Ready to receive')
while True:
    connection, address = receiverSocket.accept()
    print(connection.recv(1024).decode())
    connection.close()
