# Sends one message to a TCP receiver.
# usage: python3 plain.py HOST PORT MESSAGE
import socket
import sys

host = sys.argv[1]
port = int(sys.argv[2])
message = sys.argv[3]

sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
sock.connect((host, port))
sock.sendall(message.encode())
sock.close()
print("sent:", message)
