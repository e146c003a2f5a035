# fails: capitals-come-back
# diagnosis: answers_from_another_socket
# blamed: server
# mistake: each answer has a socket of its own, and so a port of its own.
import socket
import sys

inbox = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
inbox.bind(("", int(sys.argv[1])))
while True:
    text, client = inbox.recvfrom(65535)
    outbox = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    outbox.sendto(text.upper(), client)
    outbox.close()
