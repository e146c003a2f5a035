# mistake: The address of the sender stands twice in the pseudo header.
# fails: checksum-holds
# diagnosis: misreads_the_header
import sys

for line in sys.stdin:
    words = line.split()
    if len(words) < 10:
        continue
    data = bytes(int(word, 16) for word in words[2:])
    source, destination, length, checksum = (data[i] * 256 + data[i + 1] for i in (0, 2, 4, 6))
    sender, receiver = (bytes(int(n) for n in word.split(".")) for word in words[:2])
    everything = sender + sender + bytes([0, 17]) + data[4:6] + data + b"\0"
    total = 0
    for i in range(0, len(everything) - 1, 2):
        total += everything[i] * 256 + everything[i + 1]
    while total > 0xFFFF:
        total = (total & 0xFFFF) + (total >> 16)
    verdict = "none" if checksum == 0 else "ok" if total == 0xFFFF else "wrong"
    print(f"source {source}, destination {destination}, length {length}, checksum {verdict}")
