# fails: message-arrives
# diagnosis: waits_for_a_reply
# blamed: sender
# mistake: It waits for a reply before it closes, and the receiver reads until it closes.
import sys
from socket import *

sock = socket(AF_INET, SOCK_STREAM)
sock.connect((sys.argv[1], int(sys.argv[2])))
sock.sendall(sys.argv[3].encode())
print(sock.recv(1024).decode())
sock.close()
