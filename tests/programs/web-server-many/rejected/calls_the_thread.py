# fails: silent-browser
# diagnosis: serves_one_at_a_time
# mistake: serve() is called here, and what it returns is given to the thread.
import os
import socket
import sys
import threading

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
    connection.sendall(head.encode() + body)


def serve(connection):
    request = b''
    try:
        while b'\r\n\r\n' not in request:
            data = connection.recv(4096)
            if not data:
                return
            request += data
        respond(connection, request)
    except OSError as error:
        print(error)
    finally:
        connection.close()


server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', int(sys.argv[1])))
server.listen()
while True:
    connection, address = server.accept()
    threading.Thread(target=serve(connection), daemon=True).start()
