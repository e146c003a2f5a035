# fails: replies-in-capitals
# diagnosis: sends_a_length_first
# mistake: Four bytes with the length stand before the reply, which only the same author understands.
import socket, struct, sys
s = socket.socket(); s.bind(('', int(sys.argv[1]))); s.listen()
while True:
    c, _ = s.accept()
    data = c.recv(4096)
    c.sendall(struct.pack('!I', len(data)) + data.upper())
    c.close()
