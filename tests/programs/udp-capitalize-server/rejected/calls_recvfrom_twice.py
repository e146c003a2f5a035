# UDP capitalize server
# mistake: One call for the data and one for the address: the second call waits for the next datagram.
# fails: replies-in-capitals
# diagnosis: sends_nothing_back
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))

while True:
    data = sock.recvfrom(65535)[0]
    address = sock.recvfrom(65535)[1]
    sock.sendto(data.upper(), address)
