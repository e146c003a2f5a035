# mistake: It closes the socket before the reply has come.
# fails: prints-the-reply
# diagnosis: uses_a_closed_socket
from socket import *
import sys
s = socket(AF_INET, SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))
s.send(sys.argv[3].encode())
s.close()
print('Server says:', s.recv(1024).decode())
