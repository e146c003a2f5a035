# UDP receiver with socketserver: a thread for each datagram
import socketserver
import sys
import threading

lock = threading.Lock()
printed = -1


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        global printed
        data, sock = self.request
        number, text = data.decode().split(" ", 1)
        with lock:
            if int(number) == printed + 1:
                print(text, flush=True)
                printed += 1
        sock.sendto("ACK {}".format(number).encode(), self.client_address)


class Server(socketserver.ThreadingMixIn, socketserver.UDPServer):
    daemon_threads = True


with Server(("", int(sys.argv[1])), Handler) as server:
    server.serve_forever()
