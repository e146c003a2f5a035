# UDP patient client
import socket
import sys
import time

HOST = ""  # fill in: the name or address of the server, from the first argument (sys.argv[1])
PORT = 0   # fill in: the port of the server, from the second argument, as a number

if PORT == 0:
    sys.exit("Fill in the host and the port first.")

# A UDP socket (SOCK_DGRAM) for IPv4 (AF_INET).
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
# fill in: a time limit of one second for recvfrom()

number = 1
message = f"message {number}"
sock.sendto(message.encode(), (HOST, PORT))

# fill in: wait for the reply and print it
# fill in: when no reply has come in time, say so (see: try ... except OSError)
# fill in: wait a little (time.sleep), and go on with the next number

sock.close()
