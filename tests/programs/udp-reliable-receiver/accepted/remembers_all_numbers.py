# UDP receiver: the number stays a text, all that have come are kept in a set; acknowledges first, then prints
from socket import *
import sys

serverPort = int(sys.argv[1])
serverSocket = socket(AF_INET, SOCK_DGRAM)
serverSocket.bind(('', serverPort))
print('The receiver is ready')
seen = set()
while True:
    message, clientAddress = serverSocket.recvfrom(1024)
    number = message.decode().split()[0]
    ack = 'ACK ' + number + '\n'
    serverSocket.sendto(ack.encode(), clientAddress)
    if number in seen:
        print('got', number, 'again', file=sys.stderr)
        sys.stderr.write(repr(message) + '\n')
        continue
    seen.add(number)
    print('From', clientAddress, '->', message.decode())
