# UDP capitalize server
# mistake: capitalize() makes the first letter a capital and all others small; upper() was meant.
# fails: replies-in-capitals
# diagnosis: capitalizes_first_letters_only
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))

while True:
    data, address = sock.recvfrom(65535)
    sock.sendto(data.decode().capitalize().encode(), address)
