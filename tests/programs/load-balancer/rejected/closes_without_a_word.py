# fails: all-are-dead
# diagnosis: none
# mistake: when all servers are dead, the client is told nothing.
import socket
import sys
import threading

SERVERS = [(sys.argv[i], int(sys.argv[i + 1])) for i in range(2, 8, 2)]
turn = 0


def call_next():
    global turn
    for step in range(3):
        number = (turn + step) % 3
        try:
            server = socket.create_connection(SERVERS[number])
        except OSError:
            continue
        turn = number + 1
        return server
    return None


def receive_line(connection):
    line = b''
    while not line.endswith(b'\n'):
        more = connection.recv(4096)
        if not more:
            break
        line += more
    return line


def serve(client):
    try:
        line = receive_line(client)
        if line:
            server = call_next()
            if server is None:
                pass
            else:
                server.sendall(line)
                client.sendall(receive_line(server))
                server.close()
    except OSError:
        pass
    client.close()


listener = socket.create_server(('', int(sys.argv[1])))
while True:
    connection, _ = listener.accept()
    threading.Thread(target=serve, args=(connection,), daemon=True).start()
