# The connection stays open as long as the client likes.
import socket
import sys
import threading

def talk(conn, addr):
    with conn:
        try:
            while data := conn.recv(4096):
                print(f"{addr[0]}: {data.decode().strip()}")
                conn.sendall("Danke für die Nachricht\n".encode())
        except OSError:
            pass

with socket.create_server(("", int(sys.argv[1])), reuse_port=False) as server:
    while True:
        threading.Thread(target=talk, args=server.accept(), daemon=True).start()
