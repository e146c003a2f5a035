# UDP receiver that never blocks
import socket
import sys
import time

HOST = ""  # "" stands for every address of this computer
PORT = 0   # fill in: the port to listen on, from the first argument (sys.argv[1]), as a number

if PORT == 0:
    sys.exit("Fill in the port first.")

# A UDP socket (SOCK_DGRAM) for IPv4 (AF_INET), bound to the port.
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind((HOST, PORT))
# fill in: make it non-blocking

# fill in: again and again
data, sender = sock.recvfrom(2048)
print("Received:", data.decode())

# fill in: when there was nothing (see: try ... except BlockingIOError)
print("nothing yet", flush=True)
time.sleep(0.5)

sock.close()
