# UDP capitalize server
# mistake: Each datagram is added to the ones before, and all of them are sent back.
# fails: answers-each-datagram, answers-whoever-sent
# diagnosis: sends_everything_so_far
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("0.0.0.0", int(sys.argv[1])))

text = ""
while True:
    data, address = sock.recvfrom(65535)
    text += data.decode()
    sock.sendto(text.upper().encode(), address)
