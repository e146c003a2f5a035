# oddity: each acknowledgement goes out twice, in case one gets lost.
# fails: acknowledges-once
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
expected = 0
while True:
    data, sender = sock.recvfrom(4096)
    number, _, text = data.decode().partition(" ")
    ack = f"ACK {number}".encode()
    sock.sendto(ack, sender)
    sock.sendto(ack, sender)
    if int(number) == expected:
        print(text, flush=True)
        expected += 1
