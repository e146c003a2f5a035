# fails: replies-in-capitals
# diagnosis: never_listens
# mistake: A server that plays the client.
import socket, sys
s = socket.socket()
s.connect(('localhost', int(sys.argv[1])))
d = s.recv(1024)
s.send(d.upper())
