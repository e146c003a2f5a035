# A selector waits until the next heart is due, and without a limit when none is.
import selectors
import socket
import sys
import time


class Monitor:
    def __init__(self, port, patience):
        self.patience = patience
        self.due = {}      # who is alive, and until when
        self.missing = set()
        self.highest = {}
        self.sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.sock.bind(('0.0.0.0', port))
        self.sock.setblocking(False)

    def run(self):
        with selectors.DefaultSelector() as selector:
            selector.register(self.sock, selectors.EVENT_READ)
            while True:
                self.bury(time.monotonic())
                left = min(self.due.values()) - time.monotonic() if self.due else None
                if selector.select(None if left is None else max(left, 0.001)):
                    data, sender = self.sock.recvfrom(65536)
                    self.bury(time.monotonic())
                    self.hear(data.strip().split(b' '), sender)

    def bury(self, now):
        for name in [name for name, due in self.due.items() if due <= now]:
            del self.due[name]
            self.missing.add(name)
            print('MISSING', name.decode(errors='replace'), flush=True)

    def hear(self, words, sender):
        if len(words) == 3 and words[0] == b'ALIVE' and words[2].isdigit():
            self.beat(words[1], int(words[2]))
        elif len(words) == 2 and words[0] == b'BYE':
            self.due.pop(words[1], None)
            self.highest.pop(words[1], None)
            self.missing.discard(words[1])
        elif len(words) == 2 and words[0] == b'ASK':
            state = b'ALIVE' if words[1] in self.due else b'MISSING' if words[1] in self.missing else b'UNKNOWN'
            self.sock.sendto(state + b' ' + words[1], sender)
        elif words == [b'WHO']:
            self.sock.sendto(b' '.join([b'MISSING', *sorted(self.missing)]) if self.missing else b'ALL ALIVE', sender)

    def beat(self, name, number):
        if name in self.highest and number <= self.highest[name] and number != 1:
            return
        self.highest[name] = number
        self.due[name] = time.monotonic() + self.patience
        if name in self.missing:
            self.missing.remove(name)
            print('BACK', name.decode(errors='replace'), flush=True)


Monitor(int(sys.argv[1]), int(sys.argv[2])).run()
