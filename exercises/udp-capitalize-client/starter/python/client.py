# UDP capitalize client
import socket
import sys

HOST = ""  # fill in: the name or address of the server, from the first argument (sys.argv[1])
PORT = 0   # fill in: the port of the server, from the second argument, as a number
TEXT = ""  # fill in: ask for the text, see input()

if PORT == 0:
    sys.exit("Fill in the host, the port and the text first.")

# A UDP socket (SOCK_DGRAM) for IPv4 (AF_INET).
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)

# fill in: turn the text into bytes and send it to the server in one datagram
# fill in: receive the reply
# fill in: print the reply as text

sock.close()
