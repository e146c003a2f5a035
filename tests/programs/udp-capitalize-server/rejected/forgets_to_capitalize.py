# UDP capitalize server
# mistake: upper() returns a new string; the old one is sent back.
# fails: replies-in-capitals
# diagnosis: sends_back_unchanged
from socket import *
import sys

serverSocket = socket(AF_INET, SOCK_DGRAM)
serverSocket.bind(("", int(sys.argv[1])))
while True:
    message, clientAddress = serverSocket.recvfrom(65535)
    text = message.decode()
    text.upper()
    serverSocket.sendto(text.encode(), clientAddress)
