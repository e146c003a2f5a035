# fails: replies-in-capitals
# diagnosis: waits_for_half_close
# mistake: It reads until the client has finished, but the client waits for the reply before it finishes.
import socket
import sys

HOST = ""
PORT = int(sys.argv[1])

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind((HOST, PORT))
server.listen()
print("listening on", PORT)

while True:
    conn, addr = server.accept()
    print("client:", addr)
    message = b""
    while True:
        part = conn.recv(1024)
        if not part:
            break
        message += part
    conn.sendall(message.upper())
    conn.close()
