# fails: reply-in-pieces, long-reply, not-ascii
# oddity: Host and port are given, the request is its own; one recv(), printed as Python prints bytes.
import sys
from socket import *

s = socket(AF_INET, SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))
s.send('Is anybody there?'.encode())
data = s.recv(1024)
print(data)
s.close()
