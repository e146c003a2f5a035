# mistake: Without bind() nobody knows the port.
# fails: replies, prints-the-request
# diagnosis: bind_not_called
import socket
import sys

PORT = int(sys.argv[1])
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
print("listening on", PORT)
while True:
    data, addr = s.recvfrom(1024)
    print(data.decode())
    s.sendto(b"hello", addr)
