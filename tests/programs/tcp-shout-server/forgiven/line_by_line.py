# fails: no-newline
# oddity: It reads line by line, and so waits for the end of the line.
import socketserver
import sys

class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        try:
            for line in self.rfile:
                self.wfile.write(line.upper())
        except ConnectionError:
            pass
        print("Connection dropped.")

class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True

Server(("", int(sys.argv[1])), Handler).serve_forever()
