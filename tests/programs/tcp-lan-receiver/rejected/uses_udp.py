# fails: hears-this-computer, hears-another-computer
# diagnosis: wrong_transport
# mistake: SOCK_DGRAM makes a UDP socket; a TCP sender cannot connect to it.
import socket
import sys

UDP_IP = "0.0.0.0"
UDP_PORT = int(sys.argv[1])

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind((UDP_IP, UDP_PORT))

while True:
    data, addr = sock.recvfrom(1024)
    print("received message: %s" % data.decode())
