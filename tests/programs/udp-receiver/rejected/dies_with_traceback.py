# UDP receiver
# mistake: A string and bytes cannot be added; it ends with a TypeError at the first message.
# fails: prints-a-message
# diagnosis: python_error
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))

while True:
    data, address = sock.recvfrom(1024)
    print("Received: " + data)
