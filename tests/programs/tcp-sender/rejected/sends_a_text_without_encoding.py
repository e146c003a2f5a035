# fails: message-arrives
# diagnosis: python_error
# mistake: send() wants bytes, and it is given a str.
from socket import *
from sys import argv

sock = socket(AF_INET, SOCK_STREAM)
sock.connect((argv[1], int(argv[2])))
sock.send(argv[3])
sock.close()
