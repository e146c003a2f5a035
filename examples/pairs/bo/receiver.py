# A UDP receiver: python3 receiver.py PORT
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
while True:
    print(sock.recv(65536).decode(errors="replace"), flush=True)
