# fails: tells-the-error
# mistake: Only that it did not work is printed.
import socket, struct, sys
host, port, name = sys.argv[1], int(sys.argv[2]), sys.argv[3]
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(2)
last, dest = struct.pack("!H", 1) + name.encode() + b"\0octet\0", (host, port)
peer = None
content = b""
want = 1
tries = 1
s.sendto(last, dest)
while True:
    try:
        d, a = s.recvfrom(1024)
    except socket.timeout:
        if tries == 3:
            sys.exit("timeout, giving up")
        tries += 1
        s.sendto(last, dest)
        continue
    if peer is not None and a != peer:
        continue
    op, n = struct.unpack("!HH", d[:4])
    if op == 5:
        pass
        sys.exit(3)
    if op != 3: continue
    peer = dest = a
    if n == want:
        tries = 1
        content += d[4:]
        want += 1
        last = struct.pack("!HH", 4, n)
        s.sendto(last, dest)
        if len(d) < 516:
            break
    elif n == want - 1:
        s.sendto(struct.pack("!HH", 4, n), dest)
with open(name, "wb") as f:
    f.write(content)
print(len(content), "bytes")
