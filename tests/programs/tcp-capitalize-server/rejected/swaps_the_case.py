# fails: changes-letters-only
# diagnosis: swaps_the_case
# mistake: swapcase() makes capitals of small letters, but also small letters of capitals.
import socketserver
import sys


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        while True:
            data = self.request.recv(1024)
            if not data:
                break
            self.request.sendall(data.swapcase())


class Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    allow_reuse_address = True
    daemon_threads = True


if __name__ == "__main__":
    with Server(("", int(sys.argv[1])), Handler) as server:
        print("ready")
        server.serve_forever()
