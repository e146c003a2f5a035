# fails: you-come-first
# diagnosis: sends_back_what_it_hears
# mistake: What comes is sent back, as an echo server would.
import socket
import sys
import threading


def receive(conn):
    while True:
        data = conn.recv(1024)
        if not data:
            break
        print(data.decode())
        conn.sendall(data)


try:
    conn = socket.create_connection((sys.argv[2], int(sys.argv[3])))
except OSError:
    conn, _ = socket.create_server(("", int(sys.argv[1]))).accept()
threading.Thread(target=receive, args=(conn,), daemon=True).start()
for line in sys.stdin:
    conn.sendall(line.encode())
