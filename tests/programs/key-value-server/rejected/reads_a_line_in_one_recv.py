# fails: lines-in-pieces, lines-together, half-a-line, clients-of-redis, half-lines-of-two
# diagnosis: answers_a_piece_of_a_line, none
# mistake: what one recv() brings is taken for one line.
import re
import socket
import sys
import threading

store = {}
lock = threading.Lock()


def words_of(stream):
    """The words of the next request, or None when the client has gone."""
    line = stream.recv(65536)
    if not line:
        return None
    return [quoted or word for quoted, word in re.findall(rb'"([^"]*)"|(\S+)', line)]


def bulk(value):
    return b'$-1\r\n' if value is None else b'$%d\r\n%s\r\n' % (len(value), value)


def answer(words):
    name, arguments = words[0].upper(), words[1:]
    with lock:
        if name == b'SET' and len(arguments) == 2:
            store[arguments[0]] = arguments[1]
            return b'+OK\r\n'
        if name == b'GET' and len(arguments) == 1:
            return bulk(store.get(arguments[0]))
        if name == b'DEL' and len(arguments) == 1:
            return b':%d\r\n' % (store.pop(arguments[0], None) is not None)
        if name == b'KEYS' and arguments == [b'*']:
            return b'*%d\r\n' % len(store) + b''.join(bulk(key) for key in store)
    return b'-ERR I do not understand ' + name + b'\r\n'


def serve(connection):
    with connection:
        try:
            while (words := words_of(connection)) is not None:
                if not words:
                    continue
                if words[0].upper() == b'QUIT':
                    connection.sendall(b'+OK\r\n')
                    return
                connection.sendall(answer(words))
        except OSError as gone:
            print('a client has gone:', gone)


listener = socket.create_server(('', int(sys.argv[1])), backlog=16)
while True:
    client, _ = listener.accept()
    threading.Thread(target=serve, args=(client,), daemon=True).start()
