# A thread for each browser. What comes goes on at once, and is kept when it is whole.
import socket
import sys
import threading

port, origin = int(sys.argv[1]), (sys.argv[2], int(sys.argv[3]))
kept = {}

ERROR = b'HTTP/1.0 502 Bad Gateway\r\nContent-Type: text/plain\r\nContent-Length: 19\r\n\r\nThe origin is away\n'


def receive_head(connection):
    head = b''
    while b'\r\n\r\n' not in head:
        more = connection.recv(4096)
        if not more:
            return None
        head += more
    return head


def length_in(head):
    for line in head.split(b'\r\n')[1:]:
        name, _, value = line.partition(b':')
        if name.lower() == b'content-length':
            return int(value)
    return None


def ask(request, browser):
    response = b''
    wanted = None
    is_whole = False
    with socket.create_connection(origin) as server:
        server.sendall(request)
        while wanted is None or len(response) < wanted:
            more = server.recv(65536)
            if not more:
                is_whole = wanted is None and b'\r\n\r\n' in response
                break
            response += more
            browser.sendall(more)
            if wanted is None and b'\r\n\r\n' in response:
                head = response[:response.index(b'\r\n\r\n')]
                if length_in(head) is not None:
                    wanted = len(head) + 4 + length_in(head)
        else:
            is_whole = True
    if not response:
        browser.sendall(ERROR)
    return response if is_whole else None


def serve(browser):
    with browser:
        try:
            request = receive_head(browser)
            if request is None:
                return
            words = request.split(b'\r\n')[0].split()
            path = words[1]
            if path in kept:
                browser.sendall(kept[path])
                return
            try:
                response = ask(request, browser)
            except ConnectionRefusedError:
                browser.sendall(ERROR)
                return
            if response is not None and response.split()[1] == b'200':
                kept[path] = response
        except (OSError, IndexError) as error:
            print('a browser is lost:', error)


listener = socket.create_server(('', port))
print('The proxy is ready')
while True:
    connection, _ = listener.accept()
    threading.Thread(target=serve, args=(connection,), daemon=True).start()
