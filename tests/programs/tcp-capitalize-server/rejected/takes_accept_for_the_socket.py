# fails: replies-in-capitals
# diagnosis: python_error
# mistake: accept() returns a pair of socket and address, and the pair is used as if it were the socket.
import socket
import sys

s = socket.socket()
s.bind(("", int(sys.argv[1])))
s.listen()
print("listening")
while True:
    c = s.accept()
    text = c.recv(1000).decode()
    c.send(text.upper().encode())
    c.close()
