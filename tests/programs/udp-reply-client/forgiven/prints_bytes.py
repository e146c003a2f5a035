# fails: not-ascii
# oddity: What is printed is the form that bytes have in a program, b'...'.
import socket, sys
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.sendto(sys.argv[3].encode(), (sys.argv[1], int(sys.argv[2])))
print("received", s.recvfrom(1024))
