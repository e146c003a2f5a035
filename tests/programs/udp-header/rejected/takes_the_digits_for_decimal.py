# mistake: The digits are hexadecimal; int() without 16 takes them for decimal ones.
# fails: ports-and-length
# diagnosis: python_error
import sys

for line in sys.stdin:
    words = line.split()[2:]
    if len(words) >= 8:
        number = [int(words[i]) * 256 + int(words[i + 1]) for i in range(0, 8, 2)]
        print("source", number[0], "destination", number[1], "length", number[2], "checksum ok")
