# UDP receiver
# mistake: Whatever comes is printed, also a line that was printed already.
# fails: prints-each-line-once
# diagnosis: prints_doubles
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
while True:
    data, address = sock.recvfrom(2048)
    seq, text = data.decode().split(" ", 1)
    print(text)
    sock.sendto(f"ACK {seq}".encode(), address)
