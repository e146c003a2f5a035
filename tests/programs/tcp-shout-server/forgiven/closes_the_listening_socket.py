# oddity: The listening socket is closed in place of the connection.
# fails: survives-a-reset, serves-the-next
# diagnosis: uses_a_closed_socket
import socket
import sys

server = socket.socket()
server.bind(("", int(sys.argv[1])))
server.listen()
while True:
    conn, addr = server.accept()
    try:
        while data := conn.recv(1024):
            conn.sendall(data.upper())
    except ConnectionResetError:
        pass
    print("Connection dropped.")
    server.close()
