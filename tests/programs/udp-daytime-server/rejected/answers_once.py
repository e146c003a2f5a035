# fails: goes-on
# diagnosis: stops_after_one
# mistake: one datagram, and that was it.
import socket
import sys
import time

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('', int(sys.argv[1])))
data, client = server.recvfrom(1000)
server.sendto((time.strftime('%Y-%m-%d %H:%M:%S') + '\r\n').encode(), client)
