# mistake: The bytes are read in the order of this computer ('<'), not in that of the network ('!').
# fails: ports-and-length
# diagnosis: misreads_the_header
import struct
import sys

for line in sys.stdin:
    words = line.split()
    data = bytes.fromhex(''.join(words[2:]))
    if len(data) < 8:
        continue
    source, destination, length, checksum = struct.unpack('<4H', data[:8])
    print(f'source {source}, destination {destination}, length {length}, checksum ok')
