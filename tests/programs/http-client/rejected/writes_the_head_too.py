# fails: page
# diagnosis: none
# mistake: the head stands in the file, too.
import socket
import sys
from urllib.parse import urljoin, urlsplit


class Failed(Exception):
    pass


def read_exactly(stream, size):
    data = stream.read(size)
    if len(data) < size:
        raise Failed(f'cut off: {len(data)} of {size} bytes')
    return data


def read_chunks(stream):
    body = b''
    while True:
        line = stream.readline()
        if not line.endswith(b'\n'):
            raise Failed('cut off in the chunks')
        size = int(line.split(b';')[0], 16)
        if size == 0:
            return body
        body += read_exactly(stream, size)
        stream.readline()


def fetch(url, redirects=5):
    parts = urlsplit(url)
    path = (parts.path or '/') + (f'?{parts.query}' if parts.query else '')
    with socket.create_connection((parts.hostname, parts.port or 80)) as connection:
        connection.sendall(f'GET {path} HTTP/1.1\r\nHost: {parts.netloc}\r\nConnection: close\r\n\r\n'.encode())
        stream = connection.makefile('rb')
        words = stream.readline().decode('latin-1').split()
        if len(words) < 2:
            raise Failed('no response')
        head = b' '.join(word.encode() for word in words) + b'\r\n\r\n'
        headers = {}
        while line := stream.readline().decode('latin-1').strip():
            name, _, value = line.partition(':')
            headers[name.strip().lower()] = value.strip()
        status = int(words[1])
        if status in (301, 302, 303, 307, 308) and redirects > 0:
            return fetch(urljoin(url, headers['location']), redirects - 1)
        if status != 200:
            raise Failed(f'status {status}')
        if 'chunked' in headers.get('transfer-encoding', '').lower():
            return read_chunks(stream)
        if 'content-length' in headers:
            return head + read_exactly(stream, int(headers['content-length']))
        return stream.read()


try:
    page = fetch(sys.argv[1])
except (OSError, Failed) as error:
    sys.exit(f'not fetched: {error}')
with open(sys.argv[2], 'wb') as file:
    file.write(page)
