# A thread for each client; a generator remembers the client's game.
import socketserver
import sys

secrets = [int(text) for text in sys.argv[2:]]


def games():
    """Is sent a line, and yields the answer to it."""
    answer, game = None, 0
    while True:
        secret, guesses, over = secrets[game % len(secrets)], 0, False
        while not over:
            line = yield answer
            if line == 'NEW':
                answer, over = 'WAS %d' % secret, True
            elif not line.isdecimal() or not 1 <= int(line) <= 1000:
                answer = 'ERROR a number from 1 to 1000, please'
            else:
                guesses += 1
                over = int(line) == secret
                answer = 'RIGHT %d' % guesses if over else 'HIGHER' if int(line) < secret else 'LOWER'
        game += 1


class Client(socketserver.StreamRequestHandler):
    def handle(self):
        mine = games()
        next(mine)
        for raw in self.rfile:
            line = raw.decode(errors='replace').strip()
            if line == 'QUIT':
                self.wfile.write(b'BYE\n')
                return
            self.wfile.write(mine.send(line).encode() + b'\n')


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


with Server(('', int(sys.argv[1])), Client) as server:
    server.serve_forever()
