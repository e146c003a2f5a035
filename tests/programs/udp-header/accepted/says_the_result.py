import sys

for line in sys.stdin:
    a, b, *rest = line.split() if len(line.split()) >= 10 else (None, None)
    if a is None:
        print("not a datagram")
        continue
    p = [int(x, 16) for x in rest]
    ports = (p[0] << 8 | p[1], p[2] << 8 | p[3])
    length = p[4] << 8 | p[5]
    check = p[6] << 8 | p[7]
    q = [int(x) for x in a.split(".") + b.split(".")] + [0, 17, len(p) >> 8, len(p) & 255] + p
    if len(q) % 2 == 1:
        q.append(0)
    s = sum(q[i] << 8 | q[i + 1] for i in range(0, len(q), 2))
    while s >> 16:
        s = (s & 0xFFFF) + (s >> 16)
    result = "checksum none" if check == 0 else "checksum ok" if s == 0xFFFF else "checksum not ok"
    print("from port %d to port %d, length %d bytes, result: %s" % (*ports, length, result))
