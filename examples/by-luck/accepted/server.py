# A UDP server that replies in capitals: python3 server.py PORT
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
print("ready", flush=True)
while True:
    data, client = sock.recvfrom(65536)
    sock.sendto(data.decode(errors="replace").upper().encode(), client)
