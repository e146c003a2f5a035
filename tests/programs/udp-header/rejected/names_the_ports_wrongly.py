# mistake: The numbers are right and in their order, and their names have changed places.
# fails: ports-and-length
# diagnosis: does_not_say_so
import struct
import sys

for line in sys.stdin:
    fields = line.split()
    if len(fields) < 10:
        continue
    data = bytes.fromhex("".join(fields[2:]))
    first, second, length, checksum = struct.unpack("!HHHH", data[:8])
    print(f"destination {first}, source {second}, length {length}, checksum {checksum:#06x}")
