import socketserver
import sys


class CapitalizeHandler(socketserver.BaseRequestHandler):
    def handle(self):
        data, sock = self.request
        sock.sendto(data.upper(), self.client_address)


class CapitalizeServer(socketserver.UDPServer):
    max_packet_size = 65536
    allow_reuse_address = True


if __name__ == "__main__":
    with CapitalizeServer(("0.0.0.0", int(sys.argv[1])), CapitalizeHandler) as server:
        server.serve_forever()
