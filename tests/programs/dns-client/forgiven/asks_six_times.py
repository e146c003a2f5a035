# fails: five-at-most
# mistake: It asks six times before it gives up.
import socket, struct, sys, random
host, port, name = sys.argv[1], int(sys.argv[2]), sys.argv[3]
def encode(n): return b''.join(bytes([len(l)]) + l.encode() for l in n.rstrip('.').split('.')) + b'\0'
def skip(m, i):
    while True:
        if m[i] & 0xc0 == 0xc0: return i + 2
        if m[i] == 0: return i + 1
        i += m[i] + 1
def parse(m):
    qid, flags, qd, an, ns, ar = struct.unpack_from('!6H', m)
    i = 12
    for _ in range(qd): i = skip(m, i) + 4
    out = []
    for _ in range(an):
        i = skip(m, i)
        t, c, ttl, l = struct.unpack_from('!HHIH', m, i); i += 10
        if t == 1 and l == 4: out.append(socket.inet_ntoa(m[i:i + 4]))
        i += l
    return flags & 15, out
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(2)
for attempt in range(6):
    qid = random.randrange(65536)
    s.sendto(struct.pack('!6H', qid, 0x0100, 1, 0, 0, 0) + encode(name) + struct.pack('!HH', 1, 1), (host, port))
    try:
        while True:
            m, a = s.recvfrom(4096)
            if len(m) < 12 or struct.unpack('!H', m[:2])[0] != qid or not m[2] & 0x80: continue
            try: code, ips = parse(m)
            except (IndexError, struct.error): continue
            break
    except socket.timeout: continue
    if code == 3: sys.exit('no such name')
    if code or not ips: print('no address'); sys.exit(1)
    for ip in ips: print(ip)
    sys.exit(0)
sys.exit('no answer')
