# oddity: recvfrom() gives the bytes first and the address second; it prints the address as the message.
# fails: prints-the-request
# diagnosis: prints_the_address
import socket, sys
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(('', int(sys.argv[1])))
while True:
    data, message = s.recvfrom(1024)
    print('Message:', message)
    s.sendto(b'Hello client', message)
