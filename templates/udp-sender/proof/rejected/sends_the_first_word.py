# fails: message-arrives
# mistake: it sends the first word only.
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server = (sys.argv[1], int(sys.argv[2]))
sock.sendto(sys.argv[3].split()[0].encode(), server)
