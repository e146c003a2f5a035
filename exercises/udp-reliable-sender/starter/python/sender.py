# UDP sender that gets every line there
import socket
import sys

HOST = ""  # fill in: the name or address of the receiver, from the first argument (sys.argv[1])
PORT = 0   # fill in: the port of the receiver, from the second argument, as a number
FILE = ""  # fill in: the name of the file, from the third argument

if PORT == 0:
    sys.exit("Fill in the host, the port and the file first.")

# A UDP socket (SOCK_DGRAM) for IPv4 (AF_INET). recvfrom() raises socket.timeout when nothing has come for so long.
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(0.5)

with open(FILE) as file:
    for seq, line in enumerate(file):
        message = line.rstrip("\n")  # fill in: the number, a space, and the line
        sock.sendto(message.encode(), (HOST, PORT))
        # fill in: wait for "ACK " and the number; when it does not come in time, send the message again
        # fill in: throw an acknowledgement with another number away, and wait on

sock.close()
