# UDP capitalize server
# mistake: sendto() takes bytes; the capitals are a string and end the server with a TypeError.
# fails: replies-in-capitals
# diagnosis: python_error
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))

while True:
    data, address = sock.recvfrom(65535)
    sock.sendto(data.decode().upper(), address)
