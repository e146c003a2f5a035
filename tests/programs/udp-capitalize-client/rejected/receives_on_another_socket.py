# UDP capitalize client
# mistake: It sends with one socket and waits with another, but the reply goes to the one that sent.
# fails: prints-the-reply
# diagnosis: receives_on_another_socket
import socket
import sys

out = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
receiver.bind(("", 0))

text = input("Text: ")
out.sendto(text.encode(), (sys.argv[1], int(sys.argv[2])))
reply, server = receiver.recvfrom(2048)
print(reply.decode())
