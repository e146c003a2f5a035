# nothing ever blocks here; it goes round all the time, and closes who has gone
import socket
import sys

server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("", int(sys.argv[1])))
server.listen()
server.setblocking(False)
clients = []
while True:
    try:
        client, address = server.accept()
        client.setblocking(False)
        clients.append(client)
    except BlockingIOError:
        pass
    for client in list(clients):
        try:
            text = client.recv(4096)
            if text:
                client.setblocking(True)
                client.sendall(text.upper())
                client.setblocking(False)
            else:
                print("Connection dropped.", flush=True)
                clients.remove(client)
                client.close()
        except BlockingIOError:
            pass
        except OSError:
            print("Connection dropped.", flush=True)
            clients.remove(client)
            client.close()
