# fails: you-come-second
# diagnosis: never_calls_the_other
# mistake: It waits to be called, and never calls; two of its kind wait for each other for ever.
import socket
import sys
import threading

s = socket.create_server(("", int(sys.argv[1])))
print("waiting")
conn, addr = s.accept()


def receive():
    while True:
        data = conn.recv(1024)
        if not data:
            break
        print(data.decode())


threading.Thread(target=receive, daemon=True).start()
for line in sys.stdin:
    conn.sendall(line.encode())
