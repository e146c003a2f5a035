# UDP echo server
import socket
import sys

HOST = ""  # fill in: the address to listen on; "" stands for every address of this computer
PORT = 0   # fill in: the port to listen on, from the first argument (sys.argv[1]), as a number

if PORT == 0:
    sys.exit("Fill in the port first.")

# A UDP socket (SOCK_DGRAM) for IPv4 (AF_INET), bound to the port.
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind((HOST, PORT))

# One datagram: its bytes, and the address that it came from.
data, client = sock.recvfrom(2048)

# fill in: send the bytes back to the client
# fill in: go on to the next datagram

sock.close()
