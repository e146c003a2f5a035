# fails: replies-in-capitals
# diagnosis: sends_it_twice
# mistake: The text goes back as it came, and then in capitals.
import socket, sys
s = socket.socket(); s.bind(('', int(sys.argv[1]))); s.listen(5)
while True:
    c, addr = s.accept()
    d = c.recv(1024)
    c.send(d); c.send(d.upper())
    c.close()
