# fails: asks-once
# diagnosis: sends_it_twice
# mistake: it sends its text twice, since UDP may lose one.
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server = (sys.argv[1], int(sys.argv[2]))
text = sys.argv[3] if len(sys.argv) > 3 else input("Text: ")
sock.sendto(text.encode(), server)
sock.sendto(text.encode(), server)
reply, _ = sock.recvfrom(65535)
print("Reply:", reply.decode())
