# fails: picture, types
# diagnosis: sends_a_file_as_text
# mistake: it opens every file as text.
import os
import socket
import sys
import threading
from urllib.parse import unquote

TYPES = {'.html': 'text/html', '.txt': 'text/plain', '.css': 'text/css', '.png': 'image/png', '.jpg': 'image/jpeg'}
ROOT = os.path.realpath('www')


def respond(connection, status, kind, body, head_only=False):
    head = f'HTTP/1.0 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n'
    connection.sendall(head.encode() + (b'' if head_only else body))


def serve(connection):
    request = b''
    while b'\r\n\r\n' not in request:
        data = connection.recv(4096)
        if not data:
            return
        request += data
    words = request.split(b'\r\n')[0].decode('latin-1').split()
    if len(words) != 3 or words[0] not in ('GET', 'HEAD'):
        return respond(connection, '400 Bad Request', 'text/plain', b'What?\n')
    path = unquote(words[1].split('?')[0])
    if path == '/':
        path = '/index.html'
    name = os.path.realpath(ROOT + path)
    if not name.startswith(ROOT + '/'):
        return respond(connection, '403 Forbidden', 'text/plain', b'No.\n')
    try:
        with open(name, errors='replace') as file:
            body = file.read().encode()
    except OSError:
        return respond(connection, '404 Not Found', 'text/plain', b'Not here.\n', words[0] == 'HEAD')
    kind = TYPES.get(os.path.splitext(name)[1], 'application/octet-stream')
    respond(connection, '200 OK', kind, body, words[0] == 'HEAD')


def talk(connection):
    with connection:
        try:
            serve(connection)
        except OSError as error:
            print(error)


server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', int(sys.argv[1])))
server.listen()
while True:
    connection, address = server.accept()
    threading.Thread(target=talk, args=[connection]).start()
