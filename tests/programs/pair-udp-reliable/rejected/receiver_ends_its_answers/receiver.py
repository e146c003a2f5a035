import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
wanted = 0
while True:
    data, sender = sock.recvfrom(2048)
    number, text = data.decode().split(" ", 1)
    sock.sendto(("ACK " + number + "\n").encode(), sender)
    if int(number) == wanted:
        print(text, flush=True)
        wanted += 1
