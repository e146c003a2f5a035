# fails: sent-once
# diagnosis: sends_it_twice
# mistake: a datagram may get lost, so the message goes out twice, and the receiver prints it twice.
import socket
import sys

host, port, message = sys.argv[1], int(sys.argv[2]), sys.argv[3]
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
    for attempt in range(2):
        sock.sendto(message.encode(), (host, port))
