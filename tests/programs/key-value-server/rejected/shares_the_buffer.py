# fails: half-lines-of-two
# diagnosis: mixes_up_lines
# mistake: one buffer for the lines of all clients.
import re
import select
import socket
import sys

server = socket.create_server(('', int(sys.argv[1])))
clients = []
values = {}
buffer = b''


def in_full(text):
    return b'$%d\r\n%s\r\n' % (len(text), text)


# The words of the next request; nothing while it is not whole.
def take_request():
    global buffer
    line, end, rest = buffer.partition(b'\n')
    if not end:
        return None
    words = [word.strip(b'"') for word in re.findall(rb'"[^"]*"|\S+', line)]
    if line.startswith(b'*'):
        words = []
        for _ in range(int(line[1:])):
            size, end, rest = rest.partition(b'\r\n')
            if not end or len(rest) < int(size[1:]) + 2:
                return None
            words.append(rest[:int(size[1:])])
            rest = rest[int(size[1:]) + 2:]
    buffer = rest
    return words


def answer(words):
    command = words[0].upper() if words else b''
    if command == b'SET' and len(words) == 3:
        values[words[1]] = words[2]
        return b'+OK\r\n'
    if command == b'GET' and len(words) == 2:
        value = values.get(words[1])
        return b'$-1\r\n' if value is None else in_full(value)
    if command == b'DEL' and len(words) == 2:
        return b':%d\r\n' % (values.pop(words[1], None) is not None)
    if command == b'KEYS' and len(words) == 2:
        return b'*%d\r\n' % len(values) + b''.join(map(in_full, values))
    return b'-ERR that is no request\r\n'


def leave(client):
    global buffer
    clients.remove(client)
    client.close()
    buffer = b''


while True:
    for one in select.select([server] + clients, [], [])[0]:
        if one is server:
            clients.append(server.accept()[0])
            continue
        try:
            data = one.recv(65536)
        except OSError:
            data = b''
        if not data:
            leave(one)
            continue
        buffer += data
        while (words := take_request()) is not None:
            if words and words[0].upper() == b'QUIT':
                one.sendall(b'+OK\r\n')
                leave(one)
                break
            one.sendall(answer(words))
