# TFTP server
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

# One request: its bytes, and the address that it came from.
request, client = sock.recvfrom(2048)

# "!" has the highest byte first, and H is a number of two bytes.
kind = struct.unpack("!H", request[:2])[0]
# fill in: the name of the file, up to the zero byte; open it as bytes ("rb"), or send an error
# fill in: send a block, wait two seconds for its acknowledgement, send it again when none comes
# fill in: go on to the next block, and then to the next request

sock.close()
