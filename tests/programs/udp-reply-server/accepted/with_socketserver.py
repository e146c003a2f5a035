import socketserver

PORT = 12000
ANSWER = 'Ihre Nachricht ist angekommen. Schöne Grüße!'

class Handler(socketserver.DatagramRequestHandler):
    def handle(self):
        print('Anfrage:', self.rfile.read().decode('utf-8'))
        self.wfile.write(ANSWER.encode('utf-8'))

with socketserver.UDPServer(('0.0.0.0', PORT), Handler) as server:
    server.serve_forever()
