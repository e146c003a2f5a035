# fails: other-line-ends
# mistake: the CR of a line end belongs to the answer.
import socket
import sys


def play(stream):
    low, high = 1, 1000
    while low <= high:
        guess = (low + high) // 2
        stream.write(f'{guess}\n')
        stream.flush()
        answer = stream.readline()
        words = answer[:-1].split(' ')
        if not answer.endswith('\n') or not words:
            sys.exit('the server has left')
        if words[0] == 'RIGHT':
            stream.write('QUIT\n')
            stream.flush()
            return guess
        if words[0] == 'HIGHER':
            low = guess + 1
        elif words[0] == 'LOWER':
            high = guess - 1
        else:
            sys.exit('the server says: ' + answer)
    sys.exit('the server contradicts itself')


try:
    with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as connection:
        number = play(connection.makefile('rw', newline='\n'))
        print('The number is', number)
except OSError as problem:
    sys.exit(f'no game: {problem}')
