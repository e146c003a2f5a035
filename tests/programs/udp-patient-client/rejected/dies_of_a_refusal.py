# mistake: On a connected socket a server that is away is an error, which is not caught.
# fails: server-is-started-again, refused-at-first
# diagnosis: falls_at_a_refusal
import socket
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.connect((sys.argv[1], int(sys.argv[2])))
sock.settimeout(1)
number = 0
while True:
    number += 1
    sock.send(f"message {number}".encode())
    try:
        print("Reply:", sock.recv(2048).decode())
    except socket.timeout:
        print("No answer")
    time.sleep(0.5)
