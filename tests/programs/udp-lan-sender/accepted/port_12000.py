# Both programs of this pair use port 12000.
import socket
import sys

if len(sys.argv) < 2:
    sys.exit("usage: sender HOST [message]")
host = sys.argv[1]
port = 12000
message = sys.argv[3] if len(sys.argv) > 3 else "hello over there"

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.sendto(message.encode(), (host, port))
sock.close()
