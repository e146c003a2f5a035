# mistake: There is no loop around recv(): after one line the connection is closed.
# fails: shouts-on-and-on
# diagnosis: takes_one_message_only
from socket import *
import sys
s = socket(AF_INET, SOCK_STREAM)
s.bind(('', int(sys.argv[1])))
s.listen(1)
while True:
    c, addr = s.accept()
    try:
        c.send(c.recv(1024).decode().upper().encode())
    except ConnectionResetError:
        pass
    print('Connection dropped.')
    c.close()
