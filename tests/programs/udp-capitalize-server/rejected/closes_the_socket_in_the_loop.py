# UDP capitalize server
# mistake: close() stands inside the loop, as for a TCP connection; the second recvfrom() fails.
# fails: answers-each-datagram, answers-whoever-sent
# diagnosis: uses_a_closed_socket
from socket import *
import sys

serverSocket = socket(AF_INET, SOCK_DGRAM)
serverSocket.bind(('', int(sys.argv[1])))
while True:
    message, clientAddress = serverSocket.recvfrom(65535)
    serverSocket.sendto(message.upper(), clientAddress)
    serverSocket.close()
