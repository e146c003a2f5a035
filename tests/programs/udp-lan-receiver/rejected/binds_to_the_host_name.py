# UDP receiver
# mistake: The host's name stands for one of its addresses; what is sent to the others is not heard.
# fails: hears-this-computer, hears-both
# diagnosis: bound_to_one_address
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind((socket.gethostname(), int(sys.argv[1])))
print("bound to", sock.getsockname())
while True:
    data, sender = sock.recvfrom(65535)
    print(sender[0], data.decode())
