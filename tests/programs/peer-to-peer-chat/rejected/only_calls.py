# fails: you-come-first
# diagnosis: only_calls_the_other
# mistake: It only calls, again and again, and never listens; two of its kind never find each other.
import socket
import sys
import threading
import time

while True:
    try:
        conn = socket.create_connection((sys.argv[2], int(sys.argv[3])))
        break
    except ConnectionRefusedError:
        time.sleep(0.5)


def receive():
    while True:
        data = conn.recv(1024)
        if not data:
            break
        print(data.decode())


threading.Thread(target=receive, daemon=True).start()
for line in sys.stdin:
    conn.sendall(line.encode())
