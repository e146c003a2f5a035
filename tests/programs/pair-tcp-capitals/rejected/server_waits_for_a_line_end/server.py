# fails: capitals-come-back
# blamed: neither
# usage: python3 lines.py HOST PORT
import socketserver
import sys


class Capitalizer(socketserver.StreamRequestHandler):
    """Answers each line with the same line in capitals."""

    def handle(self):
        for line in self.rfile:
            text = line.decode("utf-8")
            print("received:", text.rstrip())
            self.wfile.write(text.upper().encode("utf-8"))


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


host, port = sys.argv[1], int(sys.argv[2])
with Server((host, port), Capitalizer) as server:
    print("waiting for clients on port", port)
    server.serve_forever()
