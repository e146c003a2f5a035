# fails: back-and-forth
# diagnosis: waits_for_the_keyboard
# mistake: There is no loop around recv(): the first line is printed, and then no other.
import socket
import sys
import threading

try:
    conn = socket.create_connection((sys.argv[2], int(sys.argv[3])))
except OSError:
    conn, _ = socket.create_server(("", int(sys.argv[1]))).accept()


def receive():
    print(conn.recv(1024).decode())


threading.Thread(target=receive, daemon=True).start()
for line in sys.stdin:
    conn.sendall(line.encode())
