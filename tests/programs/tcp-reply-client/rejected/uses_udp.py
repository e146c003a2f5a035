# mistake: It is a UDP client: no connection comes about.
# fails: request-arrives, prints-the-reply
# diagnosis: wrong_transport
import socket, sys
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.sendto(sys.argv[3].encode(), (sys.argv[1], int(sys.argv[2])))
print(s.recvfrom(1024)[0].decode())
