# fails: one-leaves
# diagnosis: stops_after_one
# mistake: A thread that has lost its client ends the whole program.
import os
import socket
import sys
import threading


def serve(connection):
    while True:
        data = connection.recv(4096)
        if not data:
            print("client has left")
            os._exit(0)
        connection.sendall(data.upper())


server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("", int(sys.argv[1])))
server.listen()
while True:
    connection, address = server.accept()
    threading.Thread(target=serve, args=(connection,), daemon=True).start()
