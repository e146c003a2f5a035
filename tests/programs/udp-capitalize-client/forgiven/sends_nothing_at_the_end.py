# fails: ends-when-done
# diagnosis: goes_on_after_its_input
# mistake: When the input has ended an empty text is sent, and its reply waited for, for ever.
import sys
from socket import *

server = (sys.argv[1], int(sys.argv[2]))
sock = socket(AF_INET, SOCK_DGRAM)
while True:
    print("Text: ", end="", flush=True)
    text = sys.stdin.readline().rstrip("\n")
    sock.sendto(text.encode(), server)
    reply, address = sock.recvfrom(2048)
    print("From server:", reply.decode(), flush=True)
