# UDP receiver
# mistake: A socket that is bound to 127.0.0.1 hears this computer only.
# fails: hears-another-computer
# diagnosis: bound_to_loopback_only
import socket
import sys

UDP_IP = "127.0.0.1"
UDP_PORT = int(sys.argv[1])

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind((UDP_IP, UDP_PORT))

while True:
    data, addr = sock.recvfrom(1024)
    print("received message: %s" % data.decode())
