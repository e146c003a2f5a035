# fails: acknowledgements-get-lost, datagrams-come-twice
# blamed: receiver
# UDP receiver
# mistake: Whatever comes is printed, also a line that was printed already.
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
while True:
    data, address = sock.recvfrom(2048)
    seq, text = data.decode().split(" ", 1)
    print(text)
    sock.sendto(f"ACK {seq}".encode(), address)
