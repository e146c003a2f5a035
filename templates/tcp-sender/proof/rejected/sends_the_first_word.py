# fails: message-arrives
# mistake: it sends the first word only.
import socket
import sys

with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as sock:
    sock.sendall(sys.argv[3].split()[0].encode())
