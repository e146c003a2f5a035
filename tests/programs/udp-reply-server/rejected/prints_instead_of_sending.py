# mistake: The reply is printed and never sent.
# fails: replies
# diagnosis: sends_nothing_back
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
while True:
    data, client = sock.recvfrom(2048)
    print("Client:", data.decode())
    print("Reply to", client, ": Message received")
