# fails: finds-it
# diagnosis: gave_up_with_a_message
# mistake: the answer is compared with RIGHT, and there is a number behind it.
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
        if answer == 'RIGHT\n':
            stream.write('QUIT\n')
            stream.flush()
            return guess
        if words[0] == 'HIGHER':
            low = guess + 1
        else:
            high = guess - 1
    sys.exit('the server contradicts itself')


try:
    with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as connection:
        number = play(connection.makefile('rw', newline='\n'))
        print('The number is', number)
except OSError as problem:
    sys.exit(f'no game: {problem}')
