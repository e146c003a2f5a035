# fails: slow-reader
# diagnosis: breaks_http
# mistake: what send() has not taken is forgotten.
import os
import select
import socket
import sys

TYPES = {'.html': 'text/html', '.txt': 'text/plain', '.css': 'text/css', '.png': 'image/png', '.jpg': 'image/jpeg'}
ROOT = os.path.realpath('www')


def file_of(request):
    """The status, the type and the bytes for a request."""
    words = request.split(b'\r\n')[0].decode('latin-1').split()
    if len(words) != 3:
        return '400 Bad Request', 'text/plain', b'What?\n'
    name = os.path.realpath(ROOT + (words[1] if words[1] != '/' else '/index.html'))
    try:
        if not name.startswith(ROOT + '/'):
            raise FileNotFoundError(name)
        with open(name, 'rb') as file:
            return '200 OK', TYPES.get(os.path.splitext(name)[1], 'application/octet-stream'), file.read()
    except OSError:
        return '404 Not Found', 'text/plain', b'Not here.\n'


def respond(connection, request):
    status, kind, body = file_of(request)
    head = f'HTTP/1.0 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n'
    connection.setblocking(False)
    connection.send(head.encode() + body)


server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', int(sys.argv[1])))
server.listen()
requests = {}
while True:
    readable, _, _ = select.select([server, *requests], [], [])
    for one in readable:
        if one is server:
            requests[server.accept()[0]] = b''
            continue
        try:
            data = one.recv(4096)
            requests[one] += data
            if data and b'\r\n\r\n' not in requests[one]:
                continue
            if data:
                respond(one, requests[one])
        except OSError as error:
            print(error)
        one.close()
        del requests[one]
