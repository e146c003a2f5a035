# UDP sender
# mistake: What is sent again has a mark in front, so it is another datagram.
# fails: resends-what-was-lost
# diagnosis: resends_something_else
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(2)
for seq, line in enumerate(open(sys.argv[3])):
    text = f"{seq} {line.rstrip()}"
    while True:
        sock.sendto(text.encode(), (sys.argv[1], int(sys.argv[2])))
        try:
            while sock.recv(1024) != f"ACK {seq}".encode():
                pass
            break
        except socket.timeout:
            if not text.startswith("RETRY"):
                text = "RETRY " + text
