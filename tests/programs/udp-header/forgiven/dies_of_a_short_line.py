# fails: too-short
# oddity: A line with less than a header ends the program.
import ipaddress, sys
for line in sys.stdin:
    src, dst, *digits = line.split()
    d = bytes.fromhex(' '.join(digits))
    f = [int.from_bytes(d[i:i + 2], 'big') for i in (0, 2, 4, 6)]
    every = ipaddress.ip_address(src).packed + ipaddress.ip_address(dst).packed + bytes([0, 17]) + len(d).to_bytes(2, 'big') + d + bytes(len(d) % 2)
    s = sum(int.from_bytes(every[i:i + 2], 'big') for i in range(0, len(every), 2)) % 65535
    print('source', f[0], 'destination', f[1], 'length', f[2], 'checksum', 'none' if f[3] == 0 else 'ok' if s == 0 else 'wrong')
