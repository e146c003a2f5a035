# mistake: A socket sends bytes, not text: sendto() raises a TypeError.
# fails: replies, prints-no-leftovers
# diagnosis: python_error
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", int(sys.argv[1])))
while True:
    data, addr = s.recvfrom(1024)
    print("Client says: " + data.decode())
    s.sendto("Message received", addr)
