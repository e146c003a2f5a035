import socket
import struct
import sys

for line in sys.stdin:
    words = line.split()
    data = bytes.fromhex(''.join(words[2:]))
    if len(data) < 8:
        continue
    source, destination, length, checksum = struct.unpack('!4H', data[:8])
    everything = socket.inet_aton(words[0]) + socket.inet_aton(words[1]) + struct.pack('!BBH', 0, 17, len(data)) + data
    if len(everything) % 2:
        everything += b'\0'
    total = sum(struct.unpack(f'!{len(everything) // 2}H', everything))
    while total > 0xffff:
        total = (total & 0xffff) + (total >> 16)
    verdict = 'none' if checksum == 0 else 'ok' if total == 0xffff else 'wrong'
    print(f'source {source}, destination {destination}, length {length}, checksum {verdict}')
