# TCP capitalize server
# A pair of connected sockets made by hand, as on systems without socketpair(): a listening socket of its own comes
# first. A thread tries free ports all the time.
import socket
import sys
import threading


def connected_pair():
    door = socket.socket()
    door.bind(("127.0.0.1", 0))
    door.listen(1)
    one = socket.create_connection(door.getsockname())
    two, _ = door.accept()
    door.close()
    return one, two


def try_ports():
    while True:
        free = socket.socket()
        free.bind(("127.0.0.1", 0))
        free.listen(1)
        free.close()


wake, woken = connected_pair()
threading.Thread(target=try_ports, daemon=True).start()

server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind((sys.argv[1], int(sys.argv[2])))
server.listen()


def serve(client):
    with client:
        while True:
            text = client.recv(4096)
            if not text:
                return
            client.sendall(bytes(c - 32 if 97 <= c <= 122 else c for c in text))


while True:
    client, _ = server.accept()
    threading.Thread(target=serve, args=(client,), daemon=True).start()
