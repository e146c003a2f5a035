# fails: replies-in-capitals
# diagnosis: dials_the_client
# mistake: The reply goes out on a second connection, to a client that listens to nobody.
import socket, sys
s = socket.socket(); s.bind(('', int(sys.argv[1]))); s.listen(5)
while True:
    c, addr = s.accept()
    d = c.recv(1024)
    out = socket.socket()
    out.connect(addr)
    out.send(d.upper())
    out.close()
