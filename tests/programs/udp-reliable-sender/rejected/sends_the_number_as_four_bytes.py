# UDP sender
# mistake: The number is packed into four bytes instead of being written in digits.
# fails: sends-each-line
# diagnosis: sends_the_number_in_bytes
import socket
import struct
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(0.2)
for seq, line in enumerate(open(sys.argv[3])):
    for attempt in range(6):
        sock.sendto(struct.pack("!I", seq) + line.strip().encode(), (sys.argv[1], int(sys.argv[2])))
        try:
            if sock.recv(64) == b"ACK %d" % seq:
                break
        except socket.timeout:
            continue
    else:
        sys.exit("no answer")
