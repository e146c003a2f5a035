# fails: replies-in-capitals
# diagnosis: sends_an_object
# mistake: pickle.dumps() writes more than the text.
import socket, sys, pickle
s = socket.socket(); s.bind(('', int(sys.argv[1]))); s.listen(1)
while True:
    c, _ = s.accept()
    c.send(pickle.dumps(c.recv(1000).decode().upper())); c.close()
