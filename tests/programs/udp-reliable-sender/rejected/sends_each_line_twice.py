# fails: ends-after-the-last
# diagnosis: sends_it_twice
# mistake: each line goes out twice, before anybody could have answered.
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(0.5)
server = (sys.argv[1], int(sys.argv[2]))
with open(sys.argv[3], encoding="utf-8") as file:
    lines = file.read().splitlines()
for number, line in enumerate(lines):
    datagram = f"{number} {line}".encode()
    done = False
    while not done:
        sock.sendto(datagram, server)
        sock.sendto(datagram, server)
        try:
            while not done:
                done = sock.recvfrom(1024)[0].decode().strip() == f"ACK {number}"
        except socket.timeout:
            pass
