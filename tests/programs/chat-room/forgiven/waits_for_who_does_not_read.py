# fails: does-not-read
# A thread for each client, and whoever speaks sends to all others: where one of them does not read, sendall() waits.
import socketserver
import sys
import threading

lock = threading.RLock()
people = {}


class Client(socketserver.StreamRequestHandler):
    me = None

    def say(self, text):
        try:
            with lock:
                self.wfile.write(text.encode('latin-1') + b'\n')
        except OSError:
            pass

    def others(self, text):
        with lock:
            for name, client in people.items():
                if name != self.me:
                    client.say(text)

    def enter(self, name):
        if not name.isalnum():
            return self.say('ERROR no name')
        with lock:
            if name in people:
                return self.say('ERROR taken')
            people[name] = self
            self.me = name
        self.say('OK')
        self.others('JOINED ' + name)

    def handle(self):
        try:
            for line in self.rfile:
                line = line.decode('latin-1').rstrip('\r\n')
                command, _, rest = line.partition(' ')
                name, _, text = rest.partition(' ')
                if line == 'QUIT':
                    self.say('BYE')
                    break
                elif command == 'NAME' and not self.me:
                    self.enter(rest)
                elif self.me and command == 'SAY' and rest:
                    self.others('SAID ' + self.me + ' ' + rest)
                    self.say('OK')
                elif self.me and command == 'TELL' and text and name in people:
                    people[name].say('TOLD ' + self.me + ' ' + text)
                    self.say('OK')
                elif self.me and line == 'WHO':
                    self.say('\n'.join(['HERE ' + one for one in people] + ['OK']))
                else:
                    self.say('ERROR no')
        except OSError:
            pass
        if self.me:
            with lock:
                del people[self.me]
            self.others('LEFT ' + self.me)


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


with Server(('', int(sys.argv[1])), Client) as server:
    server.serve_forever()
