# A TCP receiver: prints the messages that senders send, one sender after another.
# Run it with:  python3 receiver.py PORT

from socket import *

# fill in: the port is given on the command line, in sys.argv[1]
receiverPort = 12000
# fill in: the address to listen on ('localhost' hears this computer only)
receiverAddress = 'localhost'

# create a TCP socket for the senders to connect to
receiverSocket = socket(AF_INET, SOCK_STREAM)
receiverSocket.bind((receiverAddress, receiverPort))

# fill in: begin to listen

print('The receiver is ready')

# fill in: again and again
#   - accept the next connection
#   - receive what the sender sends, until it has no more
#   - print it (a socket receives bytes: see decode())
#   - close the connection

receiverSocket.close()
