# fails: ten-at-once
# diagnosis: closes_before_it_reads
# mistake: There is room for five clients; whoever comes then is turned away.
import select
import socket
import sys

MOST = 5
server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("", int(sys.argv[1])))
server.listen()
clients = []
while True:
    for ready in select.select([server] + clients, [], [])[0]:
        if ready is server:
            connection, address = server.accept()
            if len(clients) < MOST:
                clients.append(connection)
            else:
                connection.close()
            continue
        try:
            data = ready.recv(4096)
            ready.sendall(data.upper())
        except OSError:
            data = b""
        if not data:
            clients.remove(ready)
            ready.close()
