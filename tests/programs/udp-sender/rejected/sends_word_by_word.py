# mistake: Each word goes in a datagram of its own.
# fails: message-arrives
# diagnosis: sends_in_pieces
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for word in sys.argv[3].split():
    sock.sendto(word.encode(), (sys.argv[1], int(sys.argv[2])))
