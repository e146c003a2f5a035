# TFTP client: a block that comes again is acknowledged again; the file is written as it comes
import select
import socket
import sys
import time

host, port, name = sys.argv[1], int(sys.argv[2]), sys.argv[3]
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
target = socket.gethostbyname(host), port
message = bytes([0, 1]) + name.encode() + b"\0octet\0"
file = None
block = tries = 0
sock.sendto(message, target)
due = time.time() + 1.5
while True:
    ready, _, _ = select.select([sock], [], [], max(0.0, due - time.time()))
    if not ready:
        tries += 1
        if tries > 4:
            print("timed out", file=sys.stderr)
            sys.exit(2)
        sock.sendto(message, target)
        due = time.time() + 1.5
        continue
    data, sender = sock.recvfrom(2048)
    if block > 0 and sender != target or len(data) < 4:
        continue
    kind, number = data[1], data[2] << 8 | data[3]
    if kind == 5:
        print(data[4:-1].decode(errors="replace"), file=sys.stderr)
        sys.exit(1)
    if kind != 3:
        continue
    if number == (block + 1) & 0xFFFF:
        if file is None:
            file = open(name, "wb")
            target = sender
        block += 1
        file.write(data[4:])
        message = bytes([0, 4]) + data[2:4]
        sock.sendto(message, target)
        tries, due = 0, time.time() + 1.5
        if len(data) < 516:
            file.close()
            break
    elif number == block & 0xFFFF:
        sock.sendto(message, target)
