# fails: closes-the-connection
# oddity: recv() returns b"" when the client is done, and its thread goes round with that for ever.
import socket
import sys
import threading


def talk(conn):
    try:
        while True:
            data = conn.recv(1024)
            conn.sendall(data.upper())
    except OSError:
        conn.close()


server = socket.socket()
server.bind(("", int(sys.argv[1])))
server.listen()
while True:
    conn, _ = server.accept()
    threading.Thread(target=talk, args=(conn,), daemon=True).start()
