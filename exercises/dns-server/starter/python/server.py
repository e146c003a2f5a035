# DNS server
import socket
import struct
import sys

HOST = ""  # fill in: the address to listen on; "" stands for every address of this computer
PORT = 0   # fill in: the port to listen on, from the first argument (sys.argv[1]), as a number

if PORT == 0:
    sys.exit("Fill in the port first.")

# A UDP socket (SOCK_DGRAM) for IPv4 (AF_INET), bound to the port.
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind((HOST, PORT))

TABLE = {}  # fill in: each name, and its addresses

# One question: its bytes, and the address that it came from.
query, client = sock.recvfrom(2048)

# "!" has the highest byte first, and H is a number of two bytes.
number, flags, questions, answers, authorities, others = struct.unpack("!6H", query[:12])
# fill in: the labels of the name, from byte 12 on, then the type and the class
# fill in: look into the table, and send the answer back to the client
# fill in: go on to the next question

sock.close()
