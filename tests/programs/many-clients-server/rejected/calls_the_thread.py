# mistake: target=talk(connection) calls talk() at once, in the main thread, instead of handing it to the new one.
# fails: silent-client
# diagnosis: serves_one_at_a_time
from socket import *
from threading import Thread
import sys

def talk(connection):
    while True:
        data = connection.recv(1024)
        if not data:
            break
        connection.sendall(data.upper())
    connection.close()

server = socket(AF_INET, SOCK_STREAM)
server.bind(('', int(sys.argv[1])))
server.listen(5)
while True:
    connection, address = server.accept()
    Thread(target=talk(connection)).start()
