# UDP ping client
import socket
import sys
import time

HOST = ""  # fill in: the name or address of the server, from the first argument (sys.argv[1])
PORT = 0   # fill in: the port of the server, from the second argument, as a number
PINGS = 10

if PORT == 0:
    sys.exit("Fill in the host and the port first.")

# A UDP socket (SOCK_DGRAM) for IPv4 (AF_INET).
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
# fill in: the time limit of one second

lost = 0
for number in range(1, PINGS + 1):
    sent = time.time()
    # fill in: send the ping, "Ping", its number and the time, to the server
    # fill in: wait for the reply with this number; throw others away
    # fill in: print the round-trip time with its unit, or that the request timed out

# fill in: print the loss as a percentage
sock.close()
