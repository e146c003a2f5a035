# UDP receiver that acknowledges, and prints each line once
import socket
import sys

HOST = ""  # fill in: the address to listen on; "" stands for every address of this computer
PORT = 0   # fill in: the port to listen on, from the first argument (sys.argv[1]), as a number

if PORT == 0:
    sys.exit("Fill in the port first.")

# A UDP socket (SOCK_DGRAM) for IPv4 (AF_INET), bound to the port.
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind((HOST, PORT))

expected = 0  # the number of the next line

while True:
    data, address = sock.recvfrom(2048)
    # fill in: take the datagram apart: the number stands before the first space, the text behind it
    # fill in: when it is the line that comes next, print its text
    # fill in: send the acknowledgement, "ACK " and the number, to the address that the datagram came from
