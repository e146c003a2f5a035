# The host and the port come from the command line, the message is typed.
from socket import socket, AF_INET, SOCK_DGRAM
import sys

server = (sys.argv[1], int(sys.argv[2]))

clientSocket = socket(AF_INET, SOCK_DGRAM)
message = input("Message to send: ")
clientSocket.sendto(message.encode("utf-8"), server)
print("Sent to", server)
clientSocket.close()
