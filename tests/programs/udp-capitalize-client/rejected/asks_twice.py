# fails: prints-the-reply
# diagnosis: sends_it_twice
# mistake: A second sendto() was left in.
import socket, sys
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
m = input("Input lowercase sentence: ")
s.sendto(m.encode(), (sys.argv[1], int(sys.argv[2])))
s.sendto(m.encode(), (sys.argv[1], int(sys.argv[2])))
d, a = s.recvfrom(2048)
print(d.decode())
