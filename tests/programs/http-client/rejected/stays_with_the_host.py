# fails: redirect-to-another-host
# diagnosis: none
# mistake: Only the path of Location is looked at, and the old host is asked for it.
import socket, sys
from urllib.parse import urlsplit, urljoin
class Bad(Exception): pass
def fetch(url):
    u = urlsplit(url)
    path = (u.path or '/') + ('?' + u.query if u.query else '')
    s = socket.create_connection((u.hostname, u.port or 80))
    f = s.makefile('rb')
    s.sendall(('GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n' % (path, u.netloc)).encode())
    line = f.readline().decode('latin-1').split(None, 2)
    if len(line) < 2: raise Bad('no response')
    status = int(line[1])
    h = {}
    while True:
        l = f.readline()
        if l in (b'\r\n', b'\n'): break
        if not l: raise Bad('head cut off')
        n, _, v = l.decode('latin-1').partition(':')
        h[n.strip().lower()] = v.strip()
    if status in (301, 302, 303, 307, 308): return fetch('http://' + u.netloc + urlsplit(h['location']).path)
    if status != 200: raise Bad('%d %s' % (status, line[2:]))
    if h.get('transfer-encoding', '').lower() == 'chunked':
        body = b''
        while True:
            l = f.readline()
            if not l.endswith(b'\n'): raise Bad('cut off')
            n = int(l.split(b';')[0], 16)
            if n == 0:
                while l := f.readline():
                    if l == b'\r\n': return body
                raise Bad('cut off behind the last chunk')
            d = f.read(n)
            if len(d) < n or f.read(2) != b'\r\n': raise Bad('cut off')
            body += d
    if 'content-length' in h:
        n = int(h['content-length'])
        body = f.read(n)
        if len(body) < n: raise Bad('cut off: %d of %d' % (len(body), n))
        return body
    return f.read()
try:
    data = fetch(sys.argv[1])
except (Bad, OSError, ValueError, KeyError) as e:
    print('not fetched:', e)
    sys.exit(1)
with open(sys.argv[2], 'wb') as out: out.write(data)
