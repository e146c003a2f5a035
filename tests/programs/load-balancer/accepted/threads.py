# A thread for each client; the server is called when the line is there.
import socket
import sys
import threading

servers = [(sys.argv[i], int(sys.argv[i + 1])) for i in range(2, len(sys.argv), 2)]
lock = threading.Lock()
turn = 0


def call_next(skip):
    global turn
    with lock:
        for step in range(len(servers)):
            number = (turn + step) % len(servers)
            if number in skip:
                continue
            try:
                server = socket.create_connection(servers[number])
            except OSError:
                continue
            turn = number + 1
            return number, server
    return None, None


def receive_line(connection):
    line = b''
    while not line.endswith(b'\n'):
        more = connection.recv(4096)
        if not more:
            return None
        line += more
    return line


def serve(client):
    with client:
        try:
            line = receive_line(client)
            if line is None:
                return
            failed = set()
            while True:
                number, server = call_next(failed)
                if server is None:
                    client.sendall(b'ERROR no server is there\n')
                    return
                got = 0
                with server:
                    try:
                        server.sendall(line)
                        while more := server.recv(4096):
                            got += len(more)
                            client.sendall(more)
                    except ConnectionError as error:
                        print('a server is gone:', error)
                if got:
                    return
                failed.add(number)
        except OSError as error:
            print('a client is gone:', error)


listener = socket.create_server(('', int(sys.argv[1])))
while True:
    connection, _ = listener.accept()
    threading.Thread(target=serve, args=(connection,), daemon=True).start()
