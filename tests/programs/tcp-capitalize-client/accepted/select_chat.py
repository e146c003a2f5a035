# What is typed goes to the server, what comes from the server is printed.
import os
import select
import socket
import sys

if len(sys.argv) != 3:
    sys.exit("usage: select_chat.py host port")

sock = socket.socket()
sock.connect((sys.argv[1], int(sys.argv[2])))
print("connected, type away (Ctrl-D to end)")

typing = True
while True:
    sources = [sock, sys.stdin] if typing else [sock]
    readable, _, _ = select.select(sources, [], [])
    if sock in readable:
        data = sock.recv(4096)
        if not data:
            print("the server has left")
            break
        os.write(1, data)
    if typing and sys.stdin in readable:
        text = os.read(0, 4096)
        if text:
            sock.sendall(text)
        else:
            typing = False
            sock.shutdown(socket.SHUT_WR)
