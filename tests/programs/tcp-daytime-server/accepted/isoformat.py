# The library's server, the date first.
import datetime
import socketserver
import sys


class Daytime(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(f'{datetime.datetime.now()}\r\n'.encode())


socketserver.TCPServer.allow_reuse_address = True
socketserver.TCPServer(('', int(sys.argv[1])), Daytime).serve_forever()
