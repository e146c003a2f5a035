# A line for each number, in words of its own.
import struct
import sys


def total(data):
    if len(data) % 2:
        data += b"\0"
    s = sum(struct.unpack("!%dH" % (len(data) // 2), data))
    while s > 0xFFFF:
        s = (s & 0xFFFF) + (s >> 16)
    return s


for line in sys.stdin:
    words = line.split()
    if len(words) < 10:
        print("zu kurz")
        continue
    data = bytes.fromhex("".join(words[2:]))
    quelle, ziel, laenge, pruefsumme = struct.unpack("!4H", data[:8])
    pseudo = b"".join(bytes(map(int, a.split("."))) for a in words[:2]) + struct.pack("!BBH", 0, 17, len(data))
    print("Quellport:  ", quelle, hex(quelle))
    print("Zielport:   ", ziel, hex(ziel))
    print("Länge:      ", laenge, "Bytes")
    if pruefsumme == 0:
        print("Prüfsumme:   keine")
    else:
        print("Prüfsumme:  ", hex(pruefsumme), "stimmt" if total(pseudo + data) == 0xFFFF else "stimmt nicht")
    print()
