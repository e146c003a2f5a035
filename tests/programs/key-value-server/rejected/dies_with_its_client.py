# fails: a-client-that-dies
# diagnosis: python_error
# mistake: nobody catches the error of recv() when a client has reset its connection.
import re
import selectors
import socket
import sys

store = {}
waiting = selectors.DefaultSelector()


def bulk(value):
    return b'$-1\r\n' if value is None else b'$%d\r\n%s\r\n' % (len(value), value)


def answer(words):
    name, arguments = words[0].upper(), words[1:]
    if name == b'SET' and len(arguments) == 2:
        store[arguments[0]] = arguments[1]
        return b'+OK\r\n'
    if name == b'GET' and len(arguments) == 1:
        return bulk(store.get(arguments[0]))
    if name == b'DEL' and len(arguments) == 1:
        return b':%d\r\n' % (store.pop(arguments[0], None) is not None)
    if name == b'KEYS' and arguments == [b'*']:
        return b'*%d\r\n' % len(store) + b''.join(bulk(key) for key in store)
    if name == b'QUIT':
        return b'+OK\r\n'
    return b'-ERR I do not understand\r\n'


def take(got):
    """Takes a request from what has come; None when there is none yet."""
    head, end, rest = got.partition(b'\n')
    if not end:
        return None, got
    if not head.startswith(b'*'):
        return [quoted or word for quoted, word in re.findall(rb'"([^"]*)"|(\S+)', head)], rest
    words = []
    for _ in range(int(head[1:])):
        size, end, rest = rest.partition(b'\r\n')
        if not end or len(rest) < int(size[1:]) + 2:
            return None, got
        words.append(rest[:int(size[1:])])
        rest = rest[int(size[1:]) + 2:]
    return words, rest


def leave(connection):
    waiting.unregister(connection)
    connection.close()


def serve(connection, buffer):
    data = connection.recv(65536)
    if not data:
        return leave(connection)
    words, buffer[0] = take(buffer[0] + data)
    while words is not None:
        if words:
            connection.sendall(answer(words))
            if words[0].upper() == b'QUIT':
                return leave(connection)
        words, buffer[0] = take(buffer[0])


listener = socket.create_server(('', int(sys.argv[1])), backlog=16)
waiting.register(listener, selectors.EVENT_READ)
while True:
    for key, _ in waiting.select():
        if key.fileobj is listener:
            client, _ = listener.accept()
            waiting.register(client, selectors.EVENT_READ, [b''])
        else:
            serve(key.fileobj, key.data)
