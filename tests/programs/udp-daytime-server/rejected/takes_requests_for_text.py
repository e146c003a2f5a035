# fails: goes-on
# diagnosis: python_error
# mistake: a request that is no UTF-8 is its end.
import socket
import sys
import time

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('', int(sys.argv[1])))
while True:
    data, client = server.recvfrom(1000)
    print(data.decode())
    server.sendto((time.strftime('%Y-%m-%d %H:%M:%S') + '\r\n').encode(), client)
