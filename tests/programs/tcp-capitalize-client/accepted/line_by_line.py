#!/usr/bin/env python3
"""Sends each line that is typed and prints the line that comes back, until end of input or 'quit'."""
import socket
import sys

HOST = sys.argv[1] if len(sys.argv) > 1 else "localhost"
PORT = int(sys.argv[2]) if len(sys.argv) > 2 else 9999

with socket.create_connection((HOST, PORT)) as sock:
    replies = sock.makefile("r", encoding="utf-8")
    while True:
        try:
            line = input("> ")
        except EOFError:
            print()
            break
        if line == "quit":
            break
        sock.sendall((line + "\n").encode("utf-8"))
        reply = replies.readline()
        if not reply:
            print("The server closed the connection.")
            break
        print("<", reply.rstrip("\n"))
