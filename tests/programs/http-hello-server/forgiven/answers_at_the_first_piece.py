# fails: request-in-pieces, after-a-reset
# oddity: One recv() is taken for the whole request, and a reset is not caught.
import socket, sys
s = socket.socket()
s.bind(('', int(sys.argv[1])))
s.listen(1)
while True:
    c, a = s.accept()
    request = c.recv(4096)
    if request.split(b'\r\n')[0].endswith((b'HTTP/1.0', b'HTTP/1.1')):
        c.sendall(b'HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\nhello')
    c.close()
