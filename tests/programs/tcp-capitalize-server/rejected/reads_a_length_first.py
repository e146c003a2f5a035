# fails: replies-in-capitals
# diagnosis: reads_a_length_first
# mistake: The first four letters are taken for the length of the message.
import socket, struct, sys
s = socket.socket(); s.bind(('', int(sys.argv[1]))); s.listen()
while True:
    c, _ = s.accept()
    n = struct.unpack('!I', c.recv(4))[0]
    data = b''
    while len(data) < n:
        part = c.recv(n - len(data))
        if not part: break
        data += part
    c.sendall(struct.pack('!I', n) + data.upper())
    c.close()
