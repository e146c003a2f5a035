#!/usr/bin/env python3
"""TCP capitalization server without threads: select() says which socket has something to read."""
import select
import socket

HOST = "0.0.0.0"
PORT = 12000

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind((HOST, PORT))
server.listen()
print(f"Listening on {HOST}:{PORT} ...")

sockets = [server]
try:
    while True:
        readable, _, _ = select.select(sockets, [], [])
        for sock in readable:
            if sock is server:
                client, address = server.accept()
                print("connected:", address)
                sockets.append(client)
                continue
            try:
                message = sock.recv(2048)
                if message:
                    sock.sendall(message.upper())
            except OSError:
                message = b""
            if not message:
                sockets.remove(sock)
                sock.close()
except KeyboardInterrupt:
    print("bye")
finally:
    server.close()
