# fails: goes-on
# oddity: The reply is not fixed, it repeats the request.
import socket
import sys

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
    sock.bind(("0.0.0.0", int(sys.argv[1])))
    while True:
        data, address = sock.recvfrom(4096)
        text = data.decode()
        print("Received:", text)
        sock.sendto(f"I got your message: {text}".encode(), address)
