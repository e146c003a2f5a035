# Two one-way connections: one that the other one opens, to hear, and one of our own, to speak.
import socket
import sys
import threading
import time

my_port = int(sys.argv[1])
other = (sys.argv[2], int(sys.argv[3]))


def hear():
    s = socket.socket()
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    s.bind(("0.0.0.0", my_port))
    s.listen()
    while True:
        conn, address = s.accept()
        with conn:
            while True:
                try:
                    data = conn.recv(4096)
                except ConnectionResetError:
                    break
                if not data:
                    break
                print("they:", data.decode(), end="", flush=True)


threading.Thread(target=hear, daemon=True).start()

while True:
    try:
        out = socket.create_connection(other)
        break
    except OSError:
        time.sleep(1)

while True:
    try:
        text = input()
    except EOFError:
        break
    try:
        out.sendall((text + "\n").encode())
    except OSError:
        print("(they are gone)")
