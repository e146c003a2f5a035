import socket
import sys
import time

server = (sys.argv[1], int(sys.argv[2]))
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(1)
number = 0
while True:
    number += 1
    sock.sendto(f"message {number}".encode(), server)
    try:
        reply, _ = sock.recvfrom(2048)
        print("Reply:", reply.decode())
    except socket.timeout:
        print("No answer")
    time.sleep(0.5)
