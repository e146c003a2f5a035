# UDP receiver with its own port and a time limit that it survives
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(("0.0.0.0", 12000))
s.settimeout(2)
highest = -1
while True:
    try:
        data, peer = s.recvfrom(512)
    except socket.timeout:
        continue
    head, _, body = data.partition(b" ")
    if int(head) > highest:
        highest = int(head)
        print(highest, body)
    s.sendto(b"ACK " + head, peer)
