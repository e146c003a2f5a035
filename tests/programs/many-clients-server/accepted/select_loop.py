import select
import socket
import sys

server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("0.0.0.0", int(sys.argv[1])))
server.listen()
clients = []
while True:
    readable, _, _ = select.select([server] + clients, [], [])
    for sock in readable:
        if sock is server:
            client, _ = server.accept()
            clients.append(client)
            print(len(clients), "clients")
            continue
        try:
            data = sock.recv(4096)
            if data:
                sock.sendall(data.upper())
                continue
        except OSError:
            pass
        clients.remove(sock)
        sock.close()
