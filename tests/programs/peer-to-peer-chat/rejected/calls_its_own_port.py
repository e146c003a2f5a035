# fails: you-come-first, you-come-second
# diagnosis: calls_itself
# mistake: Its own port is taken for that of the other one, too: it talks to itself.
import socket
import sys
import threading

own_port, host, port = int(sys.argv[1]), sys.argv[2], int(sys.argv[1])
listener = socket.create_server(("", own_port))
try:
    conn = socket.create_connection((host, port))
except OSError:
    conn, _ = listener.accept()


def receive():
    while True:
        data = conn.recv(1024)
        if not data:
            break
        print(data.decode(), flush=True)


threading.Thread(target=receive, daemon=True).start()
for line in sys.stdin:
    conn.sendall(line.encode())
