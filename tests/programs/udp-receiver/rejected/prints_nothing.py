# UDP receiver
# mistake: It reports that something came, but not what.
# fails: prints-a-message
# diagnosis: text_not_printed
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("0.0.0.0", int(sys.argv[1])))
messages = []

while True:
    data, address = sock.recvfrom(2048)
    messages.append(data.decode())
    print("Message number", len(messages), "received")
