# fails: not-ascii
# oddity: What is printed is the form that bytes have in a program, b'...'.
import socket, sys
s = socket.socket()
s.connect((sys.argv[1], int(sys.argv[2])))
s.sendall(sys.argv[3].encode())
data = b''
while True:
    more = s.recv(1024)
    if not more: break
    data += more
print('Received', repr(data))
