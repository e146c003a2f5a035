# A TCP sender: sends one message to a receiver and ends.
# Run it with:  python3 sender.py HOST PORT MESSAGE
# (start the receiver first)

from socket import *

# fill in: the address, the port and the message. They are given on the command line:
# sys.argv[1] is the host, sys.argv[2] is the port, sys.argv[3] is the message.
receiverName = 'localhost'
receiverPort = 12000
message = ''

# create a TCP socket
senderSocket = socket(AF_INET, SOCK_STREAM)

# fill in: connect the socket to the receiver

# fill in: send the message (a socket sends bytes: see encode())

senderSocket.close()
