# fails: message-arrives
# diagnosis: sends_a_length_first
# blamed: sender
# mistake: The two have agreed on a length in front of the message, which no other receiver knows.
import socket
import struct
import sys

text = sys.argv[3].encode()
sock = socket.create_connection((sys.argv[1], int(sys.argv[2])))
sock.sendall(struct.pack("!I", len(text)) + text)
sock.close()
