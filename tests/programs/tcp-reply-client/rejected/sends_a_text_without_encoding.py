# mistake: A socket sends bytes, not text: send() raises a TypeError.
# fails: request-arrives, prints-the-reply
# diagnosis: python_error
import socket
import sys

s = socket.socket()
s.connect((sys.argv[1], int(sys.argv[2])))
s.send(sys.argv[3])
print("Server says:", s.recv(1024).decode())
