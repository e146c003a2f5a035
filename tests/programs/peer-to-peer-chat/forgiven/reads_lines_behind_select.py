# fails: lines-at-once
# oddity: select() asks the socket, readline() a buffer: what came together with a line waits there for the next one.
import select
import socket
import sys

own_port, host, port = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
listener = socket.create_server(("", own_port))
try:
    connection = socket.create_connection((host, port))
except OSError:
    print("Nobody there yet", flush=True)
    connection, address = listener.accept()
lines = connection.makefile(encoding="utf-8")
while True:
    ready, _, _ = select.select([sys.stdin, connection], [], [])
    if connection in ready:
        line = lines.readline()
        if not line:
            print("The other one has left")
            break
        print("<", line, end="", flush=True)
    if sys.stdin in ready:
        line = sys.stdin.readline()
        if not line:
            break
        connection.sendall(line.encode())
