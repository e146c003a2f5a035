# fails: back-and-forth
# diagnosis: sends_each_line_twice
# mistake: sendall() and send(), one after the other: the other one gets each line twice.
import socket
import sys
import threading


def receive(conn):
    while data := conn.recv(1024):
        print("<", data.decode(), end="", flush=True)


try:
    conn = socket.create_connection((sys.argv[2], int(sys.argv[3])))
except OSError:
    conn, _ = socket.create_server(("", int(sys.argv[1]))).accept()
threading.Thread(target=receive, args=(conn,), daemon=True).start()
for line in sys.stdin:
    conn.sendall(line.encode())
    conn.send(line.encode())
