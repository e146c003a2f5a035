# mistake: The checksum is printed as ok without having been checked.
# fails: checksum-is-wrong, addresses-count
# diagnosis: misreads_the_header
import sys

for line in sys.stdin:
    digits = line.split()[2:]
    if len(digits) >= 8:
        port = [int(digits[i] + digits[i + 1], 16) for i in range(0, 8, 2)]
        print('source', port[0], 'destination', port[1], 'length', port[2], 'checksum', 'ok' if port[3] else 'none')
