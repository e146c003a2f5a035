# UDP receiver, made from a TCP receiver
# oddity: It takes an empty datagram for the end, as it would be with TCP.
# fails: empty-datagram
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))

while True:
    data, address = sock.recvfrom(2048)
    if not data:
        break
    print(f"{address}: {data.decode()}")
sock.close()
