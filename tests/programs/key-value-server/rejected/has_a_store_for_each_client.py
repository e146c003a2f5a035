# fails: outlives-its-client
# diagnosis: forgets_what_another_client_set
# mistake: each client has a dictionary of its own.
import re
import socket
import sys
import threading

lock = threading.Lock()


def words_of(stream):
    """The words of the next request, or None when the client has gone."""
    line = stream.readline()
    if not line.endswith(b'\n'):
        return None
    if line.startswith(b'*'):
        words = []
        for _ in range(int(line[1:])):
            words.append(stream.read(int(stream.readline()[1:])))
            stream.read(2)
        return words
    return [quoted or word for quoted, word in re.findall(rb'"([^"]*)"|(\S+)', line)]


def bulk(value):
    return b'$-1\r\n' if value is None else b'$%d\r\n%s\r\n' % (len(value), value)


def answer(store, words):
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
    with connection, connection.makefile('rb') as stream:
        store = {}
        try:
            while (words := words_of(stream)) is not None:
                if not words:
                    continue
                if words[0].upper() == b'QUIT':
                    connection.sendall(b'+OK\r\n')
                    return
                connection.sendall(answer(store, words))
        except OSError as gone:
            print('a client has gone:', gone)


listener = socket.create_server(('', int(sys.argv[1])), backlog=16)
while True:
    client, _ = listener.accept()
    threading.Thread(target=serve, args=(client,), daemon=True).start()
