# UDP capitalize server
# mistake: str() of bytes gives b'...' with quotes, and its capitals are sent.
# fails: replies-in-capitals
# diagnosis: sends_printed_form_of_bytes
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("0.0.0.0", int(sys.argv[1])))

while True:
    data, address = sock.recvfrom(65535)
    text = str(data)
    sock.sendto(text.upper().encode(), address)
