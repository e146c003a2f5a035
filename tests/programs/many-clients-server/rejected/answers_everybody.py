# mistake: It is a chat: every line goes to all clients instead of the one who said it.
# fails: takes-turns
# diagnosis: answers_another_client
import select
import socket
import sys

server = socket.create_server(("", int(sys.argv[1])))
clients = []
while True:
    for sock in select.select([server, *clients], [], [])[0]:
        if sock is server:
            clients.append(server.accept()[0])
            continue
        try:
            data = sock.recv(1024)
        except OSError:
            data = b""
        if not data:
            clients.remove(sock)
            sock.close()
        for client in clients:
            client.sendall(data.upper())
