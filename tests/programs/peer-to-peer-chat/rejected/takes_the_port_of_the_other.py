# fails: you-come-first
# diagnosis: uses_another_address
# mistake: It listens at the port of the other one.
import socket, sys, threading
own, host, port = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
try:
    c = socket.create_connection((host, port))
except OSError:
    s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    s.bind(('', port)); s.listen(1)
    c, _ = s.accept()
def reader():
    while True:
        d = c.recv(1024)
        if not d: break
        print(d.decode(), end='', flush=True)
threading.Thread(target=reader, daemon=True).start()
for line in sys.stdin:
    c.sendall(line.encode())
