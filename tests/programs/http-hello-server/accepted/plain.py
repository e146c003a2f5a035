from socket import *
import sys

BODY = '<html><body><h1>Hello, wörld!</h1></body></html>\n'.encode()

server = socket(AF_INET, SOCK_STREAM)
server.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
server.bind(('', int(sys.argv[1])))
server.listen(5)
while True:
    connection, address = server.accept()
    try:
        request = b''
        while b'\r\n\r\n' not in request:
            part = connection.recv(1024)
            if not part:
                break
            request += part
        else:
            print(request.decode('latin-1').splitlines()[0])
            head = f'HTTP/1.0 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(BODY)}\r\n\r\n'
            connection.sendall(head.encode() + BODY)
    except ConnectionError:
        pass
    connection.close()
