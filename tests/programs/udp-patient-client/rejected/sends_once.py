# mistake: There is no loop: one message, and the end.
# fails: sends-again-and-again
# diagnosis: ends_instead_of_going_on
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(1)
sock.sendto(b"message 1", (sys.argv[1], int(sys.argv[2])))
try:
    print("Reply:", sock.recvfrom(2048)[0].decode())
except socket.timeout:
    print("No answer")
