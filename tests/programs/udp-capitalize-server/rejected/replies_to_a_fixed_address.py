# UDP capitalize server
# mistake: The reply goes to an address that is written in, not to the one who sent.
# fails: replies-in-capitals
# diagnosis: replies_to_wrong_address
import socket
import sys

CLIENT = ("127.0.0.1", 12001)

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))

while True:
    data, address = sock.recvfrom(65535)
    sock.sendto(data.upper(), CLIENT)
