# fails: long-results
# mistake: An answer is cut behind its first 600 bytes.
import socket, sys
def fail(t):
    print(t); sys.exit(1)
try:
    s = socket.create_connection((sys.argv[1], int(sys.argv[2])))
    f = s.makefile('rwb')
    while True:
        try: line = input('Sum: ')
        except EOFError: line = 'QUIT'
        f.write(line.encode() + b'\n'); f.flush()
        while True:
            a = f.readline()
            if line == 'QUIT' and not a: sys.exit(0)
            if not a.endswith(b'\n'): fail('\nthe server is gone')
            a = a.decode().rstrip('\r\n')[:600]
            if a.startswith('NOTE '): print('Note:', a[5:]); continue
            break
        if a == 'BYE': break
        if a.startswith('= '): print('Result:', a[2:])
        elif a.startswith('ERROR '): print('Error:', a[6:])
        else: print('?', a)
    s.close()
except OSError as e:
    fail('no connection: %s' % e)
