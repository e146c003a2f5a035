# fails: message-arrives
# diagnosis: wrong_transport
# mistake: The socket is one of UDP. connect() and send() work with it too, but nobody hears them.
import sys
from socket import *

sock = socket(AF_INET, SOCK_DGRAM)
sock.connect((sys.argv[1], int(sys.argv[2])))
sock.send(sys.argv[3].encode())
sock.close()
