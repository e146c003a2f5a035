# fails: not-ascii
# oddity: What is printed is the form that bytes have in a program, b'...'.
import socket, sys
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", int(sys.argv[1])))
while 1:
    msg, addr = s.recvfrom(1024)
    print("received", msg, "from", addr)
    s.sendto(b"hello client", addr)
