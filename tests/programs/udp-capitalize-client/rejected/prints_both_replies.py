# fails: asks-once, reply-comes-twice
# diagnosis: sends_it_twice, text_not_printed
# mistake: it sends its text twice, since UDP may lose one, and prints what comes back of both.
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server = (sys.argv[1], int(sys.argv[2]))
text = input("Text: ")
for _ in range(2):
    sock.sendto(text.encode(), server)
for _ in range(2):
    reply, _ = sock.recvfrom(65535)
    print("Reply:", reply.decode())
