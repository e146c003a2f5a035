# fails: goes-on
# diagnosis: stops_after_one
# mistake: one datagram, and that was it.
import socket
import sys

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('', int(sys.argv[1])))
data, client = server.recvfrom(65536)
server.sendto(data, client)
