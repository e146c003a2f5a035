# mistake: connect() takes one value, the pair of host and port.
# fails: request-arrives, prints-the-reply
# diagnosis: python_error
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect(sys.argv[1], int(sys.argv[2]))
s.send(sys.argv[3].encode())
print(s.recv(1024).decode())
