# fails: dies-in-its-answer, hangs-up
# diagnosis: python_error
# nobody catches the error of recv(), and there is one thread for all who wait with select().
import select
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


listener = socket.create_server(('', int(sys.argv[1])))
other = {}
waiting = [listener]
while True:
    for one in select.select(waiting, [], [])[0]:
        if one is listener:
            client, _ = listener.accept()
            waiting.append(client)
        elif one not in other:
            line = receive_line(one)
            server = call_next() if line else None
            if server is None:
                if line:
                    one.sendall(b'ERROR no server is there\n')
                waiting.remove(one)
                one.close()
                continue
            server.sendall(line)
            waiting.remove(one)
            waiting.append(server)
            other[server] = one
        else:
            other[one].sendall(receive_line(one))
            waiting.remove(one)
            other.pop(one).close()
            one.close()
