# Each piece goes into a file of another name, which gets the right name in the end.
import os
import socket
import sys
import zlib


class Failed(Exception):
    pass


def fetch(stream, name):
    stream.write(b'GET ' + name.encode() + b'\n')
    stream.flush()
    answer = stream.readline()
    if not answer.startswith(b'SIZE ') or not answer.endswith(b'\n'):
        raise Failed(answer.decode().strip() or 'no answer')
    left, total = int(answer[5:]), 0
    with open(name + '.part', 'wb') as file:
        while left > 0:
            piece = stream.read1(min(left, 999))
            if not piece:
                raise Failed(f'{left} bytes are missing')
            file.write(piece)
            total = zlib.crc32(piece, total)
            left -= len(piece)
    # The line leaves in three pieces.
    for piece in (b'SUM ', '{:08x}'.format(total).encode(), b'\n'):
        stream.write(piece)
        stream.flush()
    if stream.readline().strip() != b'SAME':
        raise Failed('it arrived with other bytes')
    os.replace(name + '.part', name)


try:
    connection = socket.create_connection((sys.argv[1], int(sys.argv[2])))
    fetch(connection.makefile('rwb'), sys.argv[3])
except (Failed, OSError) as problem:
    print('not fetched:', problem, file=sys.stderr)
    if os.path.exists(sys.argv[3] + '.part'):
        os.remove(sys.argv[3] + '.part')
    sys.exit(3)
