# fails: no-such-file, error-is-no-file
# diagnosis: blocked_in
# mistake: for a file that is not there nothing is sent.
import os
import socket
import sys
import threading
import zlib

folder = sys.argv[2]


def content_of(name):
    """The bytes of the file, or None where there is none that may be given."""
    if name.startswith('/') or '..' in name.split('/'):
        return None
    try:
        with open(os.path.join(folder, name), 'rb') as file:
            return file.read()
    except OSError:
        return None


def serve(connection):
    last = None
    with connection, connection.makefile('rb') as lines:
        try:
            for line in lines:
                if not line.endswith(b'\n'):
                    return
                words = line.decode().split()
                if len(words) == 2 and words[0] == 'GET':
                    content = content_of(words[1])
                    if content is None:
                        print('no such file')
                    else:
                        last = content
                        connection.sendall(b'SIZE %d\n' % len(content))
                        connection.sendall(content)
                elif len(words) == 2 and words[0] == 'SUM' and last is not None:
                    same = words[1] == '%08x' % zlib.crc32(last)
                    connection.sendall(b'SAME\n' if same else b'DIFFERENT\n')
                else:
                    connection.sendall(b'ERROR say GET and a name, then SUM and a checksum\n')
        except OSError as gone:
            print('a client has gone:', gone)


listener = socket.create_server(('', int(sys.argv[1])), backlog=20)
while True:
    client, _ = listener.accept()
    threading.Thread(target=serve, args=(client,), daemon=True).start()
