# A TCP server that replies in capitals: python3 server.py PORT
import socket
import sys
import threading


def serve(connection):
    try:
        while data := connection.recv(1024):
            connection.sendall(data.decode(errors="replace").upper().encode())
    except ConnectionError as error:
        print("lost a client:", error.strerror, flush=True)
    connection.close()


listener = socket.create_server(("", int(sys.argv[1])))
print("ready", flush=True)
while True:
    connection, address = listener.accept()
    threading.Thread(target=serve, args=(connection,), daemon=True).start()
