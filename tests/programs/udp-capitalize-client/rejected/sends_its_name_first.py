# fails: asks-once
# diagnosis: sends_something_besides
# mistake: It introduces itself in a datagram of its own.
import socket
import sys

server = (sys.argv[1], int(sys.argv[2]))
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
text = input("Text: ")
sock.sendto(b"hello from client 1", server)
sock.sendto(text.encode(), server)
sock.settimeout(2)
try:
    while True:
        reply, _ = sock.recvfrom(2048)
        print("From server:", reply.decode())
except socket.timeout:
    pass
