# mistake: The page is sent without a head.
# fails: answers-a-request
# diagnosis: breaks_http
from socket import *
import sys
server = socket(AF_INET, SOCK_STREAM)
server.bind(('', int(sys.argv[1])))
server.listen(1)
while True:
    connection, address = server.accept()
    print(connection.recv(2048).decode())
    connection.send('<html><body>Hello, world!</body></html>'.encode())
    connection.close()
