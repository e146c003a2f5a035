# fails: goes-on, prints-no-leftovers
# oddity: There is no loop around accept(), so the server ends with its first client.
import socket
import sys

s = socket.socket()
s.bind(('', int(sys.argv[1])))
s.listen(5)
c, addr = s.accept()
print('Got connection from', addr)
print('Client says:', c.recv(1024).decode())
c.send('Thank you for connecting'.encode())
c.close()
