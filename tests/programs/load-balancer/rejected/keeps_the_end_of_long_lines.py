# fails: long-lines
# diagnosis: none
# mistake: Of a long line only the last 16384 bytes are passed on.
import socket, sys, threading
servers = [(sys.argv[2], int(sys.argv[3])), (sys.argv[4], int(sys.argv[5])), (sys.argv[6], int(sys.argv[7]))]
turn = 0
lock = threading.Lock()
def line_of(s):
    b = b''
    while not b.endswith(b'\n'):
        d = s.recv(65536)
        if not d: return b
        b += d
    return b
def pick():
    global turn
    with lock:
        for i in range(3):
            n = (turn + i) % 3
            try: s = socket.create_connection(servers[n])
            except OSError: continue
            turn = n + 1
            return s
    return None
def serve(c):
    try:
        q = line_of(c)[-16384:]
        if not q.endswith(b'\n'): return
        s = pick()
        if s is None:
            c.sendall(b'ERROR no server\n'); return
        with s:
            s.sendall(q)
            a = line_of(s)
            c.sendall(a)
    except OSError as e: print(e)
    finally: c.close()
l = socket.create_server(('', int(sys.argv[1])), backlog=50)
while True:
    c, _ = l.accept()
    threading.Thread(target=serve, args=(c,), daemon=True).start()
