import sys
from socket import socket

host = sys.stdin.readline().strip()
port = int(sys.stdin.readline())
text = sys.stdin.readline().rstrip("\n")

sender = socket()
sender.connect((host, port))
sender.sendall(text.encode())
sender.close()
