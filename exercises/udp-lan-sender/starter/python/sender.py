# UDP sender that reaches another computer
import socket
import sys

HOST = ""     # fill in: the address of the other computer, from the first argument (sys.argv[1])
PORT = 0      # fill in: the port of the receiver, from the second argument, as a number
MESSAGE = ""  # fill in: the text to send, from the third argument

if PORT == 0:
    sys.exit("Fill in the host, the port and the message first.")

# A UDP socket (SOCK_DGRAM) for IPv4 (AF_INET).
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)

# fill in: turn the text into bytes and send it to HOST and PORT in one datagram

sock.close()
