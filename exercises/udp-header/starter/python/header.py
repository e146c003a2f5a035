# Reads UDP datagrams in hexadecimal, prints what their headers say.
import sys

def checksum_holds(source, destination, datagram):
    # fill in: the pseudo header in front, a zero byte behind when the number of bytes is odd,
    # the sum of all numbers of 16 bits, and the carry added to it
    return False

for line in sys.stdin:
    words = line.split()
    if len(words) < 2:
        continue
    source = bytes(int(part) for part in words[0].split('.'))       # 4 bytes
    destination = bytes(int(part) for part in words[1].split('.'))  # 4 bytes
    datagram = bytes(int(word, 16) for word in words[2:])

    # fill in: look whether there is a whole header
    # fill in: each number is two bytes, the more significant one first
    source_port = 0
    destination_port = 0
    length = 0

    verdict = 'ok' if checksum_holds(source, destination, datagram) else 'wrong'
    # fill in: a checksum of 00 00 means that there is none
    print(f'source {source_port}, destination {destination_port}, length {length}, checksum {verdict}')
