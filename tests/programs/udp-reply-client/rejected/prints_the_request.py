# mistake: It prints what it has sent instead of what it has got.
# fails: prints-the-reply
# diagnosis: prints_the_request
from socket import *
import sys
sock = socket(AF_INET, SOCK_DGRAM)
message = sys.argv[3]
sock.sendto(message.encode(), (sys.argv[1], int(sys.argv[2])))
reply, address = sock.recvfrom(2048)
print('Server says:', message)
