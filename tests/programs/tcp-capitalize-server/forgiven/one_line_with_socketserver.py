# fails: keeps-blanks, silent-client, empty-line
# oddity: One line for each client, without its newline in the reply.
import socketserver, sys
class H(socketserver.StreamRequestHandler):
    def handle(self):
        data = self.rfile.readline().strip()
        self.wfile.write(data.upper())
with socketserver.TCPServer(('0.0.0.0', int(sys.argv[1])), H) as s:
    s.serve_forever()
