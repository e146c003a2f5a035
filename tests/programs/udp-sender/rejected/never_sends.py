# UDP sender
# mistake: connect() only notes where a UDP socket shall send to; without send() nothing leaves.
# fails: message-arrives
# diagnosis: never_sends
import socket
import sys

host = sys.argv[1]
port = int(sys.argv[2])
message = sys.argv[3]

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.connect((host, port))
data = message.encode()
print("Sent", len(data), "bytes to", host)
sock.close()
