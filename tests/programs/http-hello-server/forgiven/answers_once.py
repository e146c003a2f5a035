# fails: next-request
# oddity: There is no loop: after one request the server ends.
import socket, sys
s = socket.socket()
s.bind(('', int(sys.argv[1])))
s.listen(1)
c, a = s.accept()
request = b''
while not request.endswith(b'\r\n\r\n'):
    request += c.recv(4096)
print(request.decode())
c.sendall(b'HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\nhello')
c.close()
