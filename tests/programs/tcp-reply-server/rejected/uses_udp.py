# mistake: It is a UDP server: nobody can connect to it.
# fails: replies, prints-the-request
# diagnosis: wrong_transport
import socket, sys
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", int(sys.argv[1])))
while True:
    data, addr = s.recvfrom(1024)
    print(data.decode())
    s.sendto(b"Message received", addr)
