# fails: different
# diagnosis: none
# mistake: Only the first half of the checksum is compared.
import socket, sys, threading, os, zlib
folder = sys.argv[2]
def read_file(path):
    with open(path, 'rb') as f: return f.read()
def line_of(buf):
    i = buf.index(b'\n'); return buf[:i], buf[i+1:]
def talk(c):
    buf = b''
    last = None
    try:
        while True:
            while b'\n' not in buf:
                d = c.recv(4096)
                if not d: return
                buf += d
            line, buf = line_of(buf)
            words = line.decode().strip().split(' ')
            if len(words) != 2: c.sendall(b'ERROR bad\n')
            elif words[0] == 'GET':
                name = words[1]
                path = os.path.join(folder, name)
                if '..' in name.split('/') or name.startswith('/'): c.sendall(b'ERROR name\n')
                elif not os.path.isfile(path): c.sendall(b'ERROR no file\n')
                else:
                    data = read_file(path)
                    last = data
                    c.sendall(b'SIZE %d\n' % len(data))
                    c.sendall(data)
            elif words[0] == 'SUM':
                if last is None: c.sendall(b'ERROR no\n')
                elif format(zlib.crc32(last), '08x').startswith(words[1][:4]): c.sendall(b'SAME\n')
                else: c.sendall(b'DIFFERENT\n')
            else: c.sendall(b'ERROR what\n')
    except OSError: pass
    finally: c.close()
s = socket.socket()
s.bind(('', int(sys.argv[1])))
s.listen()
while True:
    c, a = s.accept()
    threading.Thread(target=talk, args=(c,), daemon=True).start()
