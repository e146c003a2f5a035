# UDP capitalize server
# mistake: swapcase() also makes capitals small.
# fails: changes-letters-only
# diagnosis: swaps_the_case
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))

while True:
    data, address = sock.recvfrom(65535)
    sock.sendto(data.decode().swapcase().encode(), address)
