from http.server import BaseHTTPRequestHandler, HTTPServer
import sys

class Hello(BaseHTTPRequestHandler):
    def do_GET(self):
        page = b"hello\n"
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

class Server(HTTPServer):
    def handle_error(self, request, client_address):
        print("error with", client_address)

Server(("", int(sys.argv[1])), Hello).serve_forever()
