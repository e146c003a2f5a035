# UDP sender
# mistake: After the last line it sends a datagram that nobody asked for.
# fails: ends-after-the-last, last-ack-is-lost
# diagnosis: sends_more_than_the_lines
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(0.2)
server = (sys.argv[1], int(sys.argv[2]))
seq = 0
for line in open(sys.argv[3]):
    while True:
        sock.sendto(f"{seq} {line.rstrip()}".encode(), server)
        try:
            while sock.recv(1024).decode() != f"ACK {seq}":
                pass
            break
        except socket.timeout:
            pass
    seq += 1
sock.sendto(b"END", server)
