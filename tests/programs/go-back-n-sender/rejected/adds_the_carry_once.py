# fails: carries-twice
# diagnosis: none
# mistake: What is over 16 bits is added once, and what is over then is lost.
import socket, struct, sys
host, port, name = sys.argv[1], int(sys.argv[2]), sys.argv[3]
def checksum(b):
    if len(b) % 2: b += b'\0'
    s = sum(struct.unpack('!%dH' % (len(b) // 2), b))
    if s >> 16: s = (s & 0xffff) + (s >> 16)
    return ~s & 0xffff
data = open(name, 'rb').read()
parts = [data[i:i + 100] for i in range(0, len(data), 100)]
def datagram(i):
    rest = struct.pack('!I', i) + parts[i]
    return struct.pack('!H', checksum(rest)) + rest
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(0.5)
base = next = 0
rounds = 0
while base < len(parts):
    while next < min(base + 4, len(parts)):
        s.sendto(datagram(next), (host, port))
        next += 1
    try: a = s.recvfrom(1000)[0]
    except socket.timeout:
        rounds += 1
        if rounds > 10: sys.exit('gave up')
        next = base
        continue
    if len(a) != 6: continue
    c, n = struct.unpack('!HI', a)
    if c != checksum(a[2:]): continue
    if base < n <= len(parts):
        base = n
        next = max(next, base)
        rounds = 0
