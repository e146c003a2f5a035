"""What serves one client."""
import socketserver

SIZE = 4096


class Capitals(socketserver.BaseRequestHandler):
    def handle(self):
        try:
            while data := self.request.recv(SIZE):
                self.request.sendall(data.upper())
        except OSError:
            pass


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
