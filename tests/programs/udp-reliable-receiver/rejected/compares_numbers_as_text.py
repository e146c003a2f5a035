# UDP receiver
# mistake: Numbers are compared as text, and "10" comes before "9".
# fails: more-than-ten-lines
# diagnosis: takes_a_new_line_for_a_double
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
last = ""
while True:
    data, address = sock.recvfrom(2048)
    seq, text = data.decode().split(" ", 1)
    sock.sendto(("ACK " + seq).encode(), address)
    if seq > last:
        print(text)
        last = seq
