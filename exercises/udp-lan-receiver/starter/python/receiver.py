# UDP receiver that hears other computers
import socket
import sys

HOST = "localhost"  # fill in: the address to listen on; "localhost" hears this computer only
PORT = 0            # fill in: the port to listen on, from the first argument (sys.argv[1]), as a number

if PORT == 0:
    sys.exit("Fill in the port first.")

# A UDP socket (SOCK_DGRAM) for IPv4 (AF_INET), bound to the port.
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind((HOST, PORT))

# One datagram: its bytes, and the address that it came from.
data, address = sock.recvfrom(2048)

# fill in: print the message as text
# fill in: go on to the next message

sock.close()
