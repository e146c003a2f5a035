# UDP receiver
# mistake: There is no loop; after the first message the program ends.
# fails: prints-one-after-another
# diagnosis: stops_after_one
import socket
import sys

port = int(sys.argv[1])
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", port))

data, address = sock.recvfrom(2048)
print("Received:", data.decode())
sock.close()
