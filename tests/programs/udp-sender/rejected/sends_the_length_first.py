# fails: sent-once
# diagnosis: sends_something_besides
# mistake: The length goes out in a datagram of its own.
import socket, sys, struct
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
msg = sys.argv[3].encode()
addr = (sys.argv[1], int(sys.argv[2]))
s.sendto(struct.pack("!I", len(msg)), addr)
s.sendto(msg, addr)
