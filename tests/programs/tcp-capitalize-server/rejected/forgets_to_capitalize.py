# fails: replies-in-capitals
# diagnosis: sends_back_unchanged
# mistake: upper() returns a new text, which is dropped, so the message goes back unchanged.
import socket
import sys
import threading

port = int(sys.argv[1])


def handle(conn):
    while True:
        message = conn.recv(1024).decode()
        if not message:
            break
        message.upper()
        conn.send(message.encode())
    conn.close()


s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("0.0.0.0", port))
s.listen(5)
print("server listening on port", port)
while True:
    conn, addr = s.accept()
    print("connection from", addr)
    threading.Thread(target=handle, args=(conn,)).start()
