# A list of all numbers that are still possible; one byte at a time is received, and BYE is waited for.
import socket
import sys

possible = list(range(1, 1001))


def line(connection):
    text = b''
    while not text.endswith(b'\n'):
        byte = connection.recv(1)
        if byte == b'':
            raise ConnectionError('it has left')
        text += byte
    return text.decode().rstrip()


def game(connection):
    while possible:
        guess = possible[len(possible) // 2]
        for byte in f'{guess}\r\n'.encode():
            connection.send(bytes([byte]))
        match line(connection).split():
            case ['HIGHER']:
                possible[:] = [number for number in possible if number > guess]
            case ['LOWER']:
                possible[:] = [number for number in possible if number < guess]
            case ['RIGHT', count]:
                connection.sendall(b'QUIT\r\n')
                if line(connection) != 'BYE':
                    print('how rude')
                print(f'It is {guess}, after {count} guesses')
                return
            case words:
                raise ConnectionError(' '.join(words))
    raise ConnectionError('no number is left')


try:
    game(socket.create_connection((sys.argv[1], int(sys.argv[2]))))
except OSError as problem:
    print('the server:', problem)
    sys.exit(2)
