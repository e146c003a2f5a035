# mistake: The text is printed in small letters.
# fails: hears-another-computer
# diagnosis: writes_other_capitals
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
while True:
    data, address = sock.recvfrom(2048)
    print(data.decode().lower())
