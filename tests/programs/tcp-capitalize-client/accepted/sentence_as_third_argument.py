# usage: python3 client.py HOST PORT [SENTENCE]
import socket
import sys

host = sys.argv[1]
port = int(sys.argv[2])
sentence = " ".join(sys.argv[3:])

with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
    s.connect((host, port))
    s.sendall(sentence.encode())
    reply = b""
    while len(reply) < len(sentence.encode()):
        part = s.recv(4096)
        if not part:
            print("the server has left")
            break
        reply += part
    print("From Server:", reply.decode())
