# no prompts: the host, the port and the sentence, a line each
import socket

host = input()
port = int(input())
sentence = input()

with socket.create_connection((host, port)) as server:
    data = sentence.encode() + b"\n"
    server.sendall(data)
    reply = b""
    while len(reply) < len(data):
        part = server.recv(4096)
        if not part:
            break
        reply += part
    print(reply.decode(errors="replace"))
