# fails: closes
# diagnosis: none
# mistake: A third line is sent, QUIT, which this protocol does not have.
import socket, sys, zlib
host, port, name = sys.argv[1], int(sys.argv[2]), sys.argv[3]
def fail(text):
    print(text)
    sys.exit(1)
try:
    s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    s.connect((host, port))
    s.sendall(b'GET ' + name.encode() + b'\n')
    buf = b''
    while b'\n' not in buf:
        d = s.recv(1024)
        if not d: fail('server left')
        buf += d
    line, body = buf.split(b'\n', 1)
    if line.startswith(b'ERROR'): fail(line.decode()[6:])
    size = int(line.split()[1])
    while len(body) < size:
        d = s.recv(4096)
        if not d: fail('server left in the middle')
        body += d
    s.sendall(('SUM %08x\n' % zlib.crc32(body)).encode())
    buf = b''
    while b'\n' not in buf:
        d = s.recv(1024)
        if not d: fail('server left before the end')
        buf += d
    if buf != b'SAME\n': fail('different')
    s.sendall(b'QUIT\n'); s.close()
    with open(name, 'wb') as f:
        f.write(body)
except OSError as e:
    fail('error: %s' % e)
