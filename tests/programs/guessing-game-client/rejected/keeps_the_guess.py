# fails: high-numbers, contradiction
# diagnosis: none
# mistake: a guess that was not right is still taken for possible, so that the last two numbers never become one.
import socket
import sys


def play(stream):
    low, high = 1, 1000
    while low <= high:
        guess = (low + high) // 2
        stream.write(f'{guess}\n')
        stream.flush()
        answer = stream.readline()
        words = answer.split()
        if not answer.endswith('\n') or not words:
            sys.exit('the server has left')
        if words[0] == 'RIGHT':
            stream.write('QUIT\n')
            stream.flush()
            return guess
        if words[0] == 'HIGHER':
            low = guess
        elif words[0] == 'LOWER':
            high = guess
        else:
            sys.exit('the server says: ' + answer)
    sys.exit('the server contradicts itself')


try:
    with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as connection:
        number = play(connection.makefile('rw', newline='\n'))
        print('The number is', number)
except OSError as problem:
    sys.exit(f'no game: {problem}')
