# fails: no-last-word
# diagnosis: fails_with_status_0
# mistake: only DIFFERENT says that something went wrong, and silence does not.
import socket
import sys
import zlib

host, port, name = sys.argv[1], int(sys.argv[2]), sys.argv[3]


def line_of(connection, so_far=b''):
    """The next line, and what came behind it."""
    while b'\n' not in so_far:
        data = connection.recv(4096)
        if not data:
            sys.exit('the server has left')
        so_far += data
    line, _, rest = so_far.partition(b'\n')
    return line.decode().strip(), rest


try:
    with socket.create_connection((host, port)) as connection:
        connection.sendall(f'GET {name}\n'.encode())
        answer, content = line_of(connection)
        if not answer.startswith('SIZE '):
            sys.exit('the server says: ' + answer)
        size = int(answer[5:])
        while len(content) < size:
            data = connection.recv(65536)
            if not data:
                sys.exit(f'only {len(content)} of {size} bytes have come')
            content += data
        connection.sendall(b'SUM %08x\n' % zlib.crc32(content))
        answer = connection.recv(100)
        if answer.startswith(b'DIFF'):
            sys.exit('the file has changed')
        with open(name, 'wb') as file:
            file.write(content)
        print(size, 'bytes')
except OSError as problem:
    sys.exit(f'{name} was not fetched: {problem}')
