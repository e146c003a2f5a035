# fails: you-come-first, you-come-second
# diagnosis: uses_another_address
# mistake: Its own port is written in: two of them cannot run on one computer.
import socket
import sys
import threading

listener = socket.create_server(("", 5000))


def receive(conn):
    while True:
        data = conn.recv(1024)
        if not data:
            break
        print(data.decode())


try:
    conn = socket.create_connection((sys.argv[2], int(sys.argv[3])))
except OSError:
    conn, _ = listener.accept()
threading.Thread(target=receive, args=(conn,), daemon=True).start()
for line in sys.stdin:
    conn.sendall(line.encode())
