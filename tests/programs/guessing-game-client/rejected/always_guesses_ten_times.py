# fails: lucky
# diagnosis: none
# mistake: it guesses ten times, whatever the answers are.
import socket
import sys


def play(stream):
    low, high = 1, 1000
    for _ in range(10):
        guess = (low + high) // 2
        stream.write(f'{guess}\n')
        stream.flush()
        answer = stream.readline()
        words = answer.split()
        if not answer.endswith('\n') or not words:
            sys.exit('the server has left')
        if words[0] == 'HIGHER':
            low = guess + 1
        elif words[0] == 'LOWER':
            high = guess - 1
    if words[0] != 'RIGHT':
        sys.exit('not found')
    stream.write('QUIT\n')
    stream.flush()
    return guess


try:
    with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as connection:
        number = play(connection.makefile('rw', newline='\n'))
        print('The number is', number)
except OSError as problem:
    sys.exit(f'no game: {problem}')
