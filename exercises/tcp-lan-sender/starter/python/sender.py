# TCP sender that reaches another computer
import socket
import sys

HOST = ""     # fill in: the address of the other computer, from the first argument (sys.argv[1])
PORT = 0      # fill in: the port of the receiver, from the second argument, as a number
MESSAGE = ""  # fill in: the text to send, from the third argument

if PORT == 0:
    sys.exit("Fill in the host, the port and the message first.")

# A TCP socket (SOCK_STREAM) for IPv4 (AF_INET).
sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

# fill in: connect to HOST and PORT, turn the text into bytes, and send it

sock.close()
