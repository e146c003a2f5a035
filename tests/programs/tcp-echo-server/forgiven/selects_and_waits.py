# fails: slow-reader
# diagnosis: serves_one_at_a_time
# select() for what can be read, and sendall(), which waits for a client that does not read.
import select
import socket
import sys

server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', int(sys.argv[1])))
server.listen()
everybody = [server]
while True:
    for ready in select.select(everybody, [], [])[0]:
        if ready is server:
            everybody.append(server.accept()[0])
            continue
        try:
            data = ready.recv(4096)
            ready.sendall(data)
        except OSError:
            data = b''
        if not data:
            everybody.remove(ready)
            ready.close()
