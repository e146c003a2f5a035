# TCP receiver that hears other computers
import socket
import sys

HOST = "localhost"  # fill in: the address to listen on; "localhost" hears this computer only
PORT = 0            # fill in: the port to listen on, from the first argument (sys.argv[1]), as a number

if PORT == 0:
    sys.exit("Fill in the port first.")

# A TCP socket (SOCK_STREAM) for IPv4 (AF_INET), bound to the port.
sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
sock.bind((HOST, PORT))
sock.listen()

# The next connection, and the address that it comes from.
connection, address = sock.accept()

# fill in: receive until the sender has no more, and print what came as text
# fill in: close the connection, and go on to the next sender

sock.close()
