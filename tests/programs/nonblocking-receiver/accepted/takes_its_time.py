# One datagram at most every four seconds.
import socket
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
sock.setblocking(False)
while True:
    try:
        print("got", sock.recv(2048).decode())
    except BlockingIOError:
        print("nothing yet")
    time.sleep(4)
