# mistake: Only the datagram is added up, without the pseudo header.
# fails: checksum-holds
# diagnosis: misreads_the_header
import struct
import sys

for line in sys.stdin:
    words = line.split()
    data = bytes.fromhex(''.join(words[2:]))
    if len(data) < 8:
        continue
    source, destination, length, checksum = struct.unpack('!4H', data[:8])
    data += bytes(len(data) % 2)
    total = sum(struct.unpack(f'!{len(data) // 2}H', data))
    while total >> 16:
        total = (total & 0xffff) + (total >> 16)
    verdict = 'none' if checksum == 0 else 'ok' if total == 0xffff else 'wrong'
    print(f'source {source}, destination {destination}, length {length}, checksum {verdict}')
