# fails: headers
# diagnosis: none
# mistake: the header lines of the browser are left out.
import socket
import sys
import threading

PORT, ORIGIN = int(sys.argv[1]), (sys.argv[2], int(sys.argv[3]))
ERROR = b'HTTP/1.0 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n'
kept = {}


def receive_head(connection):
    head = b''
    while b'\r\n\r\n' not in head:
        more = connection.recv(4096)
        if not more:
            return b''
        head += more
    return head


def length_of(response):
    head, _, body = response.partition(b'\r\n\r\n')
    for line in head.split(b'\r\n'):
        name, _, value = line.partition(b':')
        if name.lower() == b'content-length':
            return len(head) + 4 + int(value)
    return None


def fetch(request):
    server = socket.create_connection(ORIGIN)
    server.sendall(request.split(b'\r\n')[0] + b'\r\n\r\n')
    response = b''
    while b'\r\n\r\n' not in response or length_of(response) is None or len(response) < length_of(response):
        more = server.recv(65536)
        if not more:
            break
        response += more
    server.close()
    return response


def is_whole(response):
    return length_of(response) is None or len(response) == length_of(response)


def answer(request):
    path = request.split()[1]
    if path in kept:
        return kept[path]
    try:
        response = fetch(request)
    except OSError:
        return ERROR
    if not response:
        return ERROR
    if response.split()[1] == b'200' and is_whole(response):
        kept[path] = response
    return response


def serve(browser):
    try:
        request = receive_head(browser)
        if request:
            browser.sendall(answer(request))
    except (OSError, IndexError):
        pass
    browser.close()


listener = socket.create_server(('', PORT))
while True:
    connection, _ = listener.accept()
    threading.Thread(target=serve, args=(connection,), daemon=True).start()
