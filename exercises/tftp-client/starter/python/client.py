# TFTP client
import socket
import struct
import sys

if len(sys.argv) != 4:
    sys.exit("usage: python3 client.py HOST PORT FILE")

host = ""  # fill in: the address of the server, from the first argument (sys.argv[1])
port = 0   # fill in: the port of the server, from the second argument, as a number
name = ""  # fill in: the name of the file, from the third argument

if port == 0:
    sys.exit("Fill in the host, the port and the name first.")

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
# fill in: a time limit of two seconds

# "!" has the highest byte first, and H is a number of two bytes.
request = struct.pack("!H", 1)  # fill in: the name, a zero byte, octet, a zero byte
sock.sendto(request, (host, port))

block, server = sock.recvfrom(600)
kind, number = struct.unpack("!HH", block[:4])
# fill in: is it an error? Else acknowledge the block, to the port that it came from
# fill in: go on until a block has less than 512 bytes; send the last datagram again when nothing has come
# fill in: write the file as bytes (open it with "wb")
