# A TCP client that asks for capitals: python3 client.py HOST PORT
import socket
import sys

with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as connection:
    text = input("Text: ").encode()
    connection.sendall(text)
    reply = b""
    while len(reply) < len(text):  # a reply may come in several pieces
        part = connection.recv(1024)
        if not part:
            break
        reply += part
    print("Reply:", reply.decode())
