# UDP receiver
# mistake: One call for the data and one for the address: the second call waits for the next datagram.
# fails: prints-a-message
# diagnosis: text_not_printed
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))

while True:
    data = sock.recvfrom(2048)[0]
    sender = sock.recvfrom(2048)[1]
    print(sender, data.decode())
