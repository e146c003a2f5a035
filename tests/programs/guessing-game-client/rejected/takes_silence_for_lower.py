# fails: server-leaves
# diagnosis: fails_with_status_0
# mistake: whatever is neither RIGHT nor HIGHER is taken for LOWER.
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
        words = words or ['']
        if words[0] == 'RIGHT':
            stream.write('QUIT\n')
            stream.flush()
            return guess
        if words[0] == 'HIGHER':
            low = guess + 1
        else:
            high = guess - 1
    return guess


try:
    with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as connection:
        number = play(connection.makefile('rw', newline='\n'))
        print('The number is', number)
except OSError as problem:
    print('no game:', problem)
