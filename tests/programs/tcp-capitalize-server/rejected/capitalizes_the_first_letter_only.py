# fails: replies-in-capitals
# diagnosis: capitalizes_first_letters_only
# mistake: capitalize() changes the first letter only; upper() changes all of them.
from socket import *

server = socket(AF_INET, SOCK_STREAM)
server.bind(('127.0.0.1', 12000))
server.listen(1)
print('Server is listening...')
while True:
    connection, address = server.accept()
    sentence = connection.recv(1024).decode()
    connection.send(sentence.capitalize().encode())
    connection.close()
