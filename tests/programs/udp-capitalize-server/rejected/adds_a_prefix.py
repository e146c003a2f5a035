# UDP capitalize server
# mistake: The reply starts with a text of the server's own.
# fails: replies-in-capitals
# diagnosis: adds_words
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))

while True:
    data, address = sock.recvfrom(65535)
    reply = "From server: " + data.decode().upper()
    sock.sendto(reply.encode(), address)
