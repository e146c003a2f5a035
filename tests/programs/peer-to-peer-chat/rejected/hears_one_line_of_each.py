# fails: back-and-forth
# diagnosis: hears_one_line_of_each
# mistake: recv() is called once for each connection, and all lines are sent on one: its copy hears the first of them.
import socket
import sys
import threading
import time

own_port, host, port = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])


def hear():
    server = socket.create_server(("", own_port))
    kept = []
    while True:
        connection, address = server.accept()
        kept.append(connection)
        text = connection.recv(4096).decode()
        print("<", text, end="", flush=True)


threading.Thread(target=hear, daemon=True).start()
while True:
    try:
        out = socket.create_connection((host, port))
        break
    except OSError:
        time.sleep(1)
for line in sys.stdin:
    out.sendall(line.encode())
