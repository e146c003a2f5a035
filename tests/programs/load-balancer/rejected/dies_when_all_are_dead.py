# fails: several-at-once, all-are-dead
# diagnosis: blocked_in, python_error
# mistake: nobody has thought of no server at all, and there are no threads.
import socket
import sys

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
            server.sendall(line)
            client.sendall(receive_line(server))
            server.close()
    except OSError:
        pass
    client.close()


listener = socket.create_server(('', int(sys.argv[1])))
while True:
    connection, _ = listener.accept()
    serve(connection)
