# fails: a-client-that-dies
# diagnosis: python_error
# mistake: one loop serves all, and nobody catches the error of recv() when a client has reset its connection.
import select
import socket
import sys

secrets = [int(text) for text in sys.argv[2:]]
games = {}


def answer(state, line):
    secret = secrets[state['game']]
    if line == 'NEW':
        state.update(game=(state['game'] + 1) % len(secrets), guesses=0)
        return 'WAS %d' % secret
    if not line.isdigit() or not 1 <= int(line) <= 1000:
        return 'ERROR no guess'
    state['guesses'] += 1
    if int(line) != secret:
        return 'HIGHER' if int(line) < secret else 'LOWER'
    text = 'RIGHT %d' % state['guesses']
    state.update(game=(state['game'] + 1) % len(secrets), guesses=0)
    return text


listener = socket.socket()
listener.bind(('', int(sys.argv[1])))
listener.listen()
while True:
    ready, _, _ = select.select([listener, *games], [], [])
    for one in ready:
        if one is listener:
            games[listener.accept()[0]] = {'game': 0, 'guesses': 0, 'rest': b''}
            continue
        data = one.recv(1000)
        *lines, rest = (games[one]['rest'] + data).split(b'\n')
        games[one]['rest'] = rest
        for line in lines:
            line = line.decode('latin-1').strip()
            one.sendall(b'BYE\n' if line == 'QUIT' else answer(games[one], line).encode() + b'\n')
            if line == 'QUIT':
                data = b''
        if not data:
            one.close()
            del games[one]
