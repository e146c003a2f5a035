import socketserver
import sys


class PrintingHandler(socketserver.BaseRequestHandler):
    def handle(self):
        data, sock = self.request
        text = data.decode("utf-8", errors="replace").rstrip("\r\n")
        print(f"{self.client_address[0]} wrote: {text}", flush=True)


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 9999
    with socketserver.UDPServer(("0.0.0.0", port), PrintingHandler) as server:
        server.serve_forever()
