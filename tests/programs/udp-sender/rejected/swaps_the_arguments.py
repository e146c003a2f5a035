# UDP sender
# mistake: The port is taken from the first argument and the host from the second.
# fails: message-arrives
# diagnosis: python_error
import socket
import sys

port = int(sys.argv[1])
host = sys.argv[2]
message = sys.argv[3]

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.sendto(message.encode(), (host, port))
s.close()
