# mistake: It sends the request back instead of a reply of its own.
# fails: replies
# diagnosis: sends_the_request_back
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
while True:
    data, client = sock.recvfrom(2048)
    print(data.decode())
    sock.sendto(data, client)
