# UDP receiver
# mistake: A line that it has already is thrown away without an acknowledgement.
# fails: acknowledges-again, survives-many-losses
# diagnosis: acknowledges_once_only
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
expected = 0
while True:
    data, address = sock.recvfrom(2048)
    seq, text = data.decode().split(" ", 1)
    if int(seq) != expected:
        continue
    print(text)
    sock.sendto(f"ACK {seq}".encode(), address)
    expected += 1
