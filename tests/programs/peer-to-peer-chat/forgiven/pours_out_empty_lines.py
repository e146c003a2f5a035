# fails: the-other-leaves
# oddity: When the other one has left, recv() returns nothing at once, again and again.
import socket
import sys
import threading

try:
    conn = socket.create_connection((sys.argv[2], int(sys.argv[3])))
except OSError:
    conn, _ = socket.create_server(("", int(sys.argv[1]))).accept()


def receive():
    while True:
        print("other:", conn.recv(1024).decode())


threading.Thread(target=receive, daemon=True).start()
for line in sys.stdin:
    conn.sendall(line.encode())
