# Capitalization server. usage: python3 server.py HOST PORT
import socket
import sys
import threading

HOST = sys.argv[1] if len(sys.argv) > 1 else ""
PORT = int(sys.argv[2]) if len(sys.argv) > 2 else 0


def serve(conn):
    with conn:
        while True:
            try:
                data = conn.recv(4096)
            except OSError:
                return
            if not data:
                return
            conn.sendall(data.upper())


listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind((HOST, PORT))
listener.listen(10)
print("listening on", listener.getsockname(), flush=True)
while True:
    connection, address = listener.accept()
    threading.Thread(target=serve, args=(connection,), daemon=True).start()
