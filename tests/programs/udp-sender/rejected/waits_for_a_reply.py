# UDP sender
# mistake: After the message it waits for a reply that nobody sends.
# fails: ends-by-itself
# diagnosis: waits_for_a_reply
from socket import *
import sys

serverName = sys.argv[1]
serverPort = int(sys.argv[2])

clientSocket = socket(AF_INET, SOCK_DGRAM)
clientSocket.sendto(sys.argv[3].encode(), (serverName, serverPort))
reply, address = clientSocket.recvfrom(2048)
print(reply.decode())
clientSocket.close()
