# fails: long-datagram
# oddity: Its port is written in, and a datagram of more than 1,000 bytes is cut.
from socket import *

sock = socket(AF_INET, SOCK_DGRAM)
sock.bind(('', 8080))
print('Waiting for datagrams')
while 1:
    data, addr = sock.recvfrom(1000)
    message = data.decode()
    print('Received: %s' % message)
    sock.sendto(message.upper().encode(), addr)
    print('Sent: %s' % message.upper())
