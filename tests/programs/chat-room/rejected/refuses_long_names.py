# fails: long-names
# diagnosis: none
# mistake: A name may have ten letters only.
import queue
import re
import socketserver
import sys
import threading

lock = threading.Lock()
clients = {}


def post(line, to):
    with lock:
        for client in to():
            client.mail.put(line)


class Client(socketserver.StreamRequestHandler):
    name = None

    def setup(self):
        super().setup()
        self.mail = queue.SimpleQueue()
        self.postman = threading.Thread(target=self.deliver, daemon=True)
        self.postman.start()

    def deliver(self):
        try:
            for line in iter(self.mail.get, None):
                self.wfile.write(line + b'\n')
        except OSError:
            pass

    def others(self):
        return [client for client in clients.values() if client is not self]

    def take(self, name):
        if not re.fullmatch(rb'[A-Za-z0-9]{1,10}', name):
            return b'ERROR a name has up to ten letters and digits'
        with lock:
            if name in clients:
                return b'ERROR this name is taken'
            clients[name] = self
        self.name = name
        post(b'JOINED ' + name, self.others)
        return b'OK'

    def answer(self, line):
        command, _, rest = line.partition(b' ')
        if command == b'NAME' and not self.name:
            return self.take(rest)
        if not self.name:
            return b'ERROR your name first'
        if command == b'SAY' and rest:
            post(b'SAID ' + self.name + b' ' + rest, self.others)
            return b'OK'
        if command == b'TELL':
            name, _, text = rest.partition(b' ')
            if name not in clients or not text:
                return b'ERROR nobody to tell, or nothing'
            post(b'TOLD ' + self.name + b' ' + text, lambda: [clients[name]] if name in clients else [])
            return b'OK'
        if line == b'WHO':
            with lock:
                return b''.join(b'HERE ' + name + b'\n' for name in clients) + b'OK'
        return b'ERROR what is ' + command

    def handle(self):
        try:
            for line in self.rfile:
                if line.rstrip() == b'QUIT':
                    self.mail.put(b'BYE')
                    break
                self.mail.put(self.answer(line.rstrip(b'\r\n')))
        except OSError:
            pass

    def finish(self):
        if self.name:
            with lock:
                del clients[self.name]
            post(b'LEFT ' + self.name, self.others)
        self.mail.put(None)
        self.postman.join()
        try:
            super().finish()
        except OSError:
            pass


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


with Server(('', int(sys.argv[1])), Client) as server:
    server.serve_forever()
