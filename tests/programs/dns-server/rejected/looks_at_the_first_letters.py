# fails: whole-name
# diagnosis: none
# mistake: Only as many letters are compared as the longest name of the table has.
import socket, struct, sys
T = {b'alpha.example': ['192.0.2.1'], b'beta.example': ['192.0.2.200'], b'www.gamma.example': ['198.51.100.7', '203.0.113.9']}
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(('', int(sys.argv[1])))
def answer(q):
    qid, flags, n = struct.unpack('!HHH', q[:6])
    if flags & 0x8000 or n != 1: return None
    labels, i = [], 12
    while q[i]:
        l = q[i]
        if l > 63 or i + 1 + l > len(q): return None
        labels.append(q[i + 1:i + 1 + l].lower()); i += 1 + l
    typ, cls = struct.unpack('!HH', q[i + 1:i + 5])
    name = b'.'.join(labels)
    addresses = T.get(name[:17])
    code = 3 if addresses is None else 0
    rr = [] if typ != 1 or not addresses else addresses
    out = struct.pack('!6H', qid, 0x8400 | flags & 0x0100 | code, 1, len(rr), 0, 0) + q[12:i + 5]
    for a in rr: out += struct.pack('!HHHIH', 0xc00c, 1, 1, 300, 4) + socket.inet_aton(a)
    return out
while True:
    q, a = s.recvfrom(4096)
    try: r = answer(q)
    except (struct.error, IndexError): r = None
    if r: s.sendto(r, a)
