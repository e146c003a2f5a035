# fails: low-numbers
# diagnosis: gave_up_with_a_message
# mistake: the lowest number is left out.
import socket
import sys


def play(stream):
    low, high = 2, 1000
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
