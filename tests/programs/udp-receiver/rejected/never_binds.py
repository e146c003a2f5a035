# UDP receiver
# mistake: The socket is never bound to the port.
# fails: prints-a-message
# diagnosis: bind_not_called
import socket
import sys

port = int(sys.argv[1])
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
print("Listening on port", port)

while True:
    data, address = sock.recvfrom(2048)
    print(data.decode())
