# A thread for each client, and lines as a file has them.
import socketserver
import sys

OPERATIONS = {
    '+': lambda a, b: a + b,
    '-': lambda a, b: a - b,
    '*': lambda a, b: a * b,
    '/': lambda a, b: abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1),
}


class Client(socketserver.StreamRequestHandler):
    def handle(self):
        for raw in self.rfile:
            line = raw.decode(errors='replace').strip()
            if line == 'QUIT':
                self.wfile.write(b'BYE\n')
                return
            try:
                a, operator, b = line.split()
                text = '= {}'.format(OPERATIONS[operator](int(a), int(b)))
            except ZeroDivisionError:
                text = 'ERROR division by zero'
            except (ValueError, KeyError):
                text = 'ERROR I do not understand ' + repr(line)
            self.wfile.write(text.encode() + b'\n')


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


with Server(('', int(sys.argv[1])), Client) as server:
    server.serve_forever()
