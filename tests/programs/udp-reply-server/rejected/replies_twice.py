# fails: replies
# diagnosis: sends_it_twice
# mistake: it sends its reply twice, in case the first one gets lost.
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", int(sys.argv[1])))
while True:
    data, addr = s.recvfrom(2048)
    print("Received:", data.decode(errors="replace"))
    for i in range(2):
        s.sendto(b"Message received", addr)
