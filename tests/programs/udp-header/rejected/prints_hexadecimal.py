# mistake: The numbers are printed as they stand there, in hexadecimal.
# fails: ports-and-length
# diagnosis: misreads_the_header
import sys

for line in sys.stdin:
    d = line.split()[2:]
    if len(d) >= 8:
        print("source", d[0] + d[1], "destination", d[2] + d[3], "length", d[4] + d[5], "checksum ok")
