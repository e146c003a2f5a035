# mistake: The length of the message is printed in place of the length in the header.
# fails: ports-and-length
# diagnosis: misreads_the_header
import sys

for line in sys.stdin:
    words = line.split()[2:]
    if len(words) < 8:
        continue
    source = int(words[0] + words[1], 16)
    destination = int(words[2] + words[3], 16)
    length = len(words) - 8
    print(f"source {source}, destination {destination}, length {length}, checksum ok")
