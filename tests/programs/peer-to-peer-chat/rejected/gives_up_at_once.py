# fails: you-come-first
# diagnosis: does_not_wait_for_the_other
# mistake: Nobody catches that the other one is not there yet.
import socket
import sys
import threading

listener = socket.create_server(("", int(sys.argv[1])))
out = socket.socket()
out.connect((sys.argv[2], int(sys.argv[3])))


def receive():
    conn, addr = listener.accept()
    while True:
        data = conn.recv(1024)
        if not data:
            break
        print(data.decode())


threading.Thread(target=receive, daemon=True).start()
for line in sys.stdin:
    out.sendall(line.encode())
