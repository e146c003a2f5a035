# fails: a-slow-client, a-client-that-breaks-off
# diagnosis: serves_one_at_a_time
# mistake: select() tells when something can be read, and nobody asks whether something can be sent.
import os
import select
import socket
import sys
import zlib

folder = sys.argv[2]
listener = socket.create_server(('', int(sys.argv[1])), backlog=20)
buffers, sums = {}, {}


def content_of(name):
    if name.startswith('/') or '..' in name.split('/'):
        return None
    try:
        with open(os.path.join(folder, name), 'rb') as file:
            return file.read()
    except OSError:
        return None


def answer(client, line):
    command, _, argument = line.decode().strip().partition(' ')
    if command == 'GET' and argument:
        content = content_of(argument)
        if content is None:
            return b'ERROR there is no such file\n'
        sums[client] = '%08x' % zlib.crc32(content)
        return b'SIZE %d\n' % len(content) + content
    if command == 'SUM' and client in sums:
        return b'SAME\n' if sums[client] == argument else b'DIFFERENT\n'
    return b'ERROR what?\n'


while True:
    for ready in select.select([listener, *buffers], [], [])[0]:
        if ready is listener:
            buffers[listener.accept()[0]] = b''
            continue
        try:
            data = ready.recv(4096)
            *lines, buffers[ready] = (buffers[ready] + data).split(b'\n')
            for line in lines:
                ready.sendall(answer(ready, line))
        except OSError:
            data = b''
        if not data:
            del buffers[ready]
            sums.pop(ready, None)
            ready.close()
