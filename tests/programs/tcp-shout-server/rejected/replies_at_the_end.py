# mistake: It collects everything and replies when the client has finished, which waits for its reply.
# fails: shouts-on-and-on
# diagnosis: waits_for_more
import socket
import sys

server = socket.create_server(("", int(sys.argv[1])))
while True:
    conn, addr = server.accept()
    text = b""
    try:
        while data := conn.recv(1024):
            text += data
        conn.sendall(text.upper())
    except ConnectionError:
        pass
    print("Connection dropped.")
    conn.close()
