# fails: negative-numbers
# mistake: // of Python goes down, and not towards zero.
import socketserver
import sys


class Client(socketserver.StreamRequestHandler):
    def handle(self):
        for raw in self.rfile:
            line = raw.decode(errors='replace').strip()
            if line == 'QUIT':
                self.wfile.write(b'BYE\n')
                return
            try:
                a, operator, b = line.split()
                a, b = int(a), int(b)
                result = {'+': a + b, '-': a - b, '*': a * b, '/': a // b if b else None}[operator]
                text = 'ERROR division by zero' if result is None else f'= {result}'
            except (ValueError, KeyError):
                text = 'ERROR what?'
            self.wfile.write(text.encode() + b'\n')


socketserver.ThreadingTCPServer.allow_reuse_address = True
socketserver.ThreadingTCPServer(('', int(sys.argv[1])), Client).serve_forever()
