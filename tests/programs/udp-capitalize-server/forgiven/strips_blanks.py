# fails: keeps-blanks
# oddity: strip() takes away the blanks at both ends.
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
while True:
    data, address = sock.recvfrom(65535)
    sock.sendto(data.decode().strip().upper().encode(), address)
