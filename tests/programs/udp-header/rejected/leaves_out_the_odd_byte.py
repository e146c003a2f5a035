# mistake: The last byte of an odd number of bytes is left out of the sum.
# fails: odd-length
# diagnosis: misreads_the_header
import socket
import struct
import sys

for line in sys.stdin:
    words = line.split()
    data = bytes.fromhex(''.join(words[2:]))
    if len(data) < 8:
        continue
    source, destination, length, checksum = struct.unpack('!4H', data[:8])
    every = socket.inet_aton(words[0]) + socket.inet_aton(words[1]) + struct.pack('!HH', 17, len(data)) + data
    total = 0
    for i in range(len(every) // 2):
        total += struct.unpack_from('!H', every, 2 * i)[0]
        total = (total & 0xffff) + (total >> 16)
    verdict = 'none' if checksum == 0 else 'ok' if total == 0xffff else 'wrong'
    print(f'source {source}, destination {destination}, length {length}, checksum {verdict}')
