# UDP receiver
# mistake: Behind ACK comes the whole datagram instead of its number.
# fails: acknowledges-each-line
# diagnosis: acknowledges_in_another_form
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
received = []
while True:
    data, address = sock.recvfrom(2048)
    if data not in received:
        received.append(data)
        print(data.decode()[2:])
    sock.sendto(b"ACK " + data, address)
