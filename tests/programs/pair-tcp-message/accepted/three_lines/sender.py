import sys
from socket import socket

host = sys.stdin.readline().strip()
port = int(sys.stdin.readline())
text = sys.stdin.readline().rstrip("\n")

s = socket()
s.connect((host, port))
s.sendall(text.encode())
s.close()
