# fails: ends-with-success
# oddity: At the end of its input it dies of an EOFError.
def number(data, at):
    return data[at] * 256 + data[at + 1]

while True:
    line = input('Datagram: ')
    try:
        src, dst, *rest = line.split()
        data = [int(x, 16) for x in rest]
        sport, dport, length, check = (number(data, i) for i in (0, 2, 4, 6))
    except (ValueError, IndexError):
        print('that is no datagram')
        continue
    pseudo = [int(x) for x in (src + '.' + dst).split('.')] + [0, 17, len(data) // 256, len(data) % 256]
    every = pseudo + data + [0]
    total = 0
    for i in range(0, len(every) - 1, 2):
        total += number(every, i)
        if total > 65535:
            total -= 65535
    print('Source port:', sport, '- Destination port:', dport, '- Length:', length, '- Checksum:',
          hex(check), 'NONE' if not check else 'OK' if total == 65535 else 'WRONG')
