# mistake: It replies when the client has connected, and closes without reading the request.
# fails: replies, prints-the-request
# diagnosis: replies_before_the_request
import socket
import sys

s = socket.socket()
s.bind(('', int(sys.argv[1])))
s.listen(5)
while True:
    c, addr = s.accept()
    print('Got connection from', addr)
    c.send('Thank you for connecting'.encode())
    c.close()
