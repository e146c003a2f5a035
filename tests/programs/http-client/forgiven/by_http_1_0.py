# fails: asks-by-1-1, names-in-small-letters, relative-redirect
# By HTTP/1.0 there are no chunks; names of headers are looked for as they usually are, and Location names a whole address.
import re
import socket
import sys


def fetch(url):
    host, port, path = re.match(r'http://([^:/]+):(\d+)(/.*)', url).groups()
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(f'GET {path} HTTP/1.0\r\n\r\n'.encode())
        data = b''
        while b'\r\n\r\n' not in data:
            more = connection.recv(4096)
            if not more:
                sys.exit('no response')
            data += more
        head, body = data.split(b'\r\n\r\n', 1)
        status = head.split()[1]
        if status[:1] == b'3':
            return fetch(re.search(rb'Location: (\S+)', head).group(1).decode())
        if status != b'200':
            sys.exit('status ' + status.decode())
        length = re.search(rb'Content-Length: (\d+)', head)
        while length is None or len(body) < int(length.group(1)):
            more = connection.recv(4096)
            if not more:
                break
            body += more
        if length and len(body) < int(length.group(1)):
            sys.exit('cut off')
        return body


try:
    page = fetch(sys.argv[1])
except (OSError, AttributeError) as error:
    sys.exit(f'not fetched: {error}')
with open(sys.argv[2], 'wb') as file:
    file.write(page)
