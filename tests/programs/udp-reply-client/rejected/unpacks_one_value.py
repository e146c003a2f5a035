# mistake: recvfrom() returns two values, the bytes and the address: decode() on the pair fails.
# fails: prints-the-reply
# diagnosis: python_error
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.sendto(sys.argv[3].encode(), (sys.argv[1], int(sys.argv[2])))
reply = sock.recvfrom(2048)
print("Server says:", reply.decode())
