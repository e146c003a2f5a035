# fails: replies-in-capitals
# diagnosis: answers_from_another_socket
# mistake: a worker for each datagram, who answers from a socket of its own.
import socket
import sys

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("", int(sys.argv[1])))
while True:
    text, sender = server.recvfrom(65535)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as worker:
        worker.sendto(text.upper(), sender)
