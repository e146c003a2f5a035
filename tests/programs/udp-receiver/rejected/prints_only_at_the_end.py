# UDP receiver
# mistake: It collects the messages and prints them when a message says "end".
# fails: prints-a-message
# diagnosis: text_not_printed
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))

received = []
while True:
    data, address = sock.recvfrom(2048)
    text = data.decode().strip()
    if text == "end":
        break
    received.append(text)

for text in received:
    print(text)
