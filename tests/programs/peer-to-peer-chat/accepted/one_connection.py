# One connection for both directions: whoever comes second calls.
# python3 one_connection.py MY_PORT HOST PORT
import socket
import sys
import threading

my_port, host, port = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])

try:
    conn = socket.create_connection((host, port))
    print("Connected to", (host, port))
except ConnectionRefusedError:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("", my_port))
    listener.listen(1)
    print("Nobody there yet. Waiting on port", my_port)
    conn, address = listener.accept()
    print("Called by", address)


def receive():
    while True:
        data = conn.recv(1024)
        if not data:
            print("The other one has left.")
            break
        print("<", data.decode().rstrip())


threading.Thread(target=receive, daemon=True).start()
for line in sys.stdin:
    conn.sendall(line.encode())
