import threading
from socket import *

PORT = 5005


def receive(conn, addr):
    with conn:
        while True:
            try:
                data = conn.recv(4096)
            except OSError as e:
                print(addr, e)
                return
            if not data:
                return
            print(addr, '>', data.decode('utf-8', errors='replace'))


s = socket(AF_INET, SOCK_STREAM)
s.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
s.bind(('0.0.0.0', PORT))
s.listen()
while True:
    conn, addr = s.accept()
    t = threading.Thread(target=receive, args=(conn, addr))
    t.daemon = True
    t.start()
