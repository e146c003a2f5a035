# fails: message-arrives
# diagnosis: never_sends
# blamed: sender
# mistake: The connection is made and closed, but nothing is sent on it.
from socket import *
import sys

s = socket(AF_INET, SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))
message = sys.argv[3].encode()
print("Message sent:", message)
s.close()
