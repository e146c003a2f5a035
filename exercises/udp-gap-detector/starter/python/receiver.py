# UDP gap detector
import socket
import sys

HOST = ""  # fill in: the address to listen on; "" stands for every address of this computer
PORT = 0   # fill in: the port to listen on, from the first argument (sys.argv[1]), as a number

if PORT == 0:
    sys.exit("Fill in the port first.")

# A UDP socket (SOCK_DGRAM) for IPv4 (AF_INET), bound to the port.
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind((HOST, PORT))

expected = 0     # the number that comes next when all is well
missing = set()  # those that have not come

while True:
    data, address = sock.recvfrom(2048)
    # fill in: take the number and the text apart, see partition()
    # fill in: print the text
    # fill in: compare the number with the expected one: is anything missing, doubled or late?
