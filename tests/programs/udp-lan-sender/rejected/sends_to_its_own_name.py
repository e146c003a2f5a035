# fails: reaches-another-computer
# diagnosis: uses_another_address
# mistake: gethostname() is the sender's own computer.
import socket
import sys

host = socket.gethostname()
port = int(sys.argv[2])
message = sys.argv[3]

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.sendto(message.encode(), (host, port))
sock.close()
