# fails: not-ascii
# oddity: Host and port are given, the request is its own, and the reply is printed as bytes.
import sys
from socket import *

s = socket(AF_INET, SOCK_DGRAM)
s.sendto('Is anybody there?'.encode(), (sys.argv[1], int(sys.argv[2])))
data, addr = s.recvfrom(1024)
print(data)
s.close()
