# fails: lines-in-pieces, lines-together, half-lines-of-two
# diagnosis: answers_a_piece_of_a_line, none
# mistake: what one recv() brings is taken for one line.
import socket
import sys
import threading

secrets = [int(text) for text in sys.argv[2:]]


class Game:
    def __init__(self):
        self.number = 0
        self.guesses = 0

    def next(self):
        self.number = (self.number + 1) % len(secrets)
        self.guesses = 0

    def answer(self, line):
        secret = secrets[self.number]
        if line == 'NEW':
            self.next()
            return 'WAS %d' % secret
        try:
            guess = int(line)
        except ValueError:
            return 'ERROR that is no number'
        if guess < 1 or guess > 1000:
            return 'ERROR a guess is from 1 to 1000'
        self.guesses += 1
        if guess < secret:
            return 'HIGHER'
        if guess > secret:
            return 'LOWER'
        guesses = self.guesses
        self.next()
        return 'RIGHT %d' % guesses


def serve(client):
    game = Game()
    try:
        while True:
            data = client.recv(1024)
            if not data:
                break
            for line in [data]:
                line = line.decode(errors='replace').rstrip('\r\n')
                if line == 'QUIT':
                    client.sendall(b'BYE\n')
                    return
                client.sendall(game.answer(line).encode() + b'\n')
    except ConnectionError:
        pass
    finally:
        client.close()


listener = socket.socket()
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(('', int(sys.argv[1])))
listener.listen()
while True:
    client, address = listener.accept()
    threading.Thread(target=serve, args=(client,), daemon=True).start()
