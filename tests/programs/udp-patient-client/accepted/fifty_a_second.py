# Quick, and in many words: fifty messages a second, three lines for each.
import socket
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.connect((sys.argv[1], int(sys.argv[2])))
sock.settimeout(1)
number = 0
while True:
    number += 1
    print("sending message", number)
    try:
        sock.send(f"message {number}".encode())
        print("the reply is", sock.recv(2048).decode())
    except OSError:
        print("no reply to it")
    print("---")
    time.sleep(0.02)
