# Each line has a connection of its own, which ends with the line.
import socketserver
import socket
import sys
import threading


class Line(socketserver.StreamRequestHandler):
    def handle(self):
        print(self.rfile.read().decode().rstrip(), flush=True)


server = socketserver.ThreadingTCPServer(("", int(sys.argv[1])), Line)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
while True:
    line = sys.stdin.readline()
    if not line:
        break
    try:
        with socket.create_connection((sys.argv[2], int(sys.argv[3]))) as s:
            s.sendall(line.encode())
    except OSError as error:
        print("cannot send:", error)
