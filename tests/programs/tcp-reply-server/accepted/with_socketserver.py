import socketserver

class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        try:
            line = self.rfile.readline()
            if line:
                print('Request:', line.decode())
                self.wfile.write(b'Hello from server')
        except ConnectionResetError:
            print('reset')

socketserver.TCPServer.allow_reuse_address = True
with socketserver.TCPServer(('0.0.0.0', 12000), Handler) as server:
    server.serve_forever()
