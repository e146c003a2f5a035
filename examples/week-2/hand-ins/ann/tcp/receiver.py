# A TCP receiver: python3 receiver.py PORT
import socket
import sys
import threading


def receive(connection):
    with connection:
        text = b""
        while part := connection.recv(1024):
            text += part
            if text.endswith(b"\n"):
                print(text.decode(), end="", flush=True)
                text = b""
        if text:
            print(text.decode(), flush=True)


listener = socket.create_server(("", int(sys.argv[1])))
while True:
    connection, address = listener.accept()
    threading.Thread(target=receive, args=(connection,), daemon=True).start()
