# fails: long-datagram
# oddity: A datagram of more than 1,000 bytes is cut.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 8080

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("0.0.0.0", port))
while True:
    got, sender = server.recvfrom(1000)
    text = got.decode("utf-8")
    print("Received:", text)
    shouted = text.upper()
    server.sendto(shouted.encode("utf-8"), sender)
    print("Sent:", shouted)
