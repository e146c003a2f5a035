# The server of the library, with a buffer for every datagram.
import socketserver
import sys


class Echo(socketserver.BaseRequestHandler):
    def handle(self):
        data, sock = self.request
        sock.sendto(data, self.client_address)


socketserver.UDPServer.max_packet_size = 65536
socketserver.UDPServer(('0.0.0.0', int(sys.argv[1])), Echo).serve_forever()
