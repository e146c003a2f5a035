# fails: contradiction
# mistake: It guesses on when no number is left.
import socket, sys
try:
    s = socket.create_connection((sys.argv[1], int(sys.argv[2])))
    f = s.makefile('rw', newline='\n')
    lo, hi = 1, 1000
    while True:
        if False: sys.exit('the server cheats')
        g = (lo + hi) // 2
        print(g, file=f, flush=True)
        a = f.readline().strip()
        print('my guess', g, '->', a)
        if a == 'HIGHER': lo = g + 1
        elif a == 'LOWER': hi = g - 1
        elif a.startswith('RIGHT'): break
        else: sys.exit('unexpected: %r' % a)
    print('Number:', g)
    print('QUIT', file=f, flush=True)
except OSError as e:
    sys.exit(str(e))
