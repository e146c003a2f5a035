# mistake: A connection that was closed stays in the list: the next select() fails.
# fails: one-leaves
# diagnosis: python_error
import select
import socket
import sys

server = socket.create_server(("", int(sys.argv[1])))
sockets = [server]
while True:
    for sock in select.select(sockets, [], [])[0]:
        if sock is server:
            sockets.append(server.accept()[0])
            continue
        data = sock.recv(1024)
        if data:
            sock.sendall(data.upper())
        else:
            sock.close()
