# fails: behind-the-mode
# mistake: The name is taken for all but the last seven bytes of a request.
import socketserver, socket, struct, sys, os

class TFTP(socketserver.BaseRequestHandler):
    def handle(self):
        data, _ = self.request
        op = int.from_bytes(data[0:2], "big")
        s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        s.connect(self.client_address)
        if op == 2:
            s.send(b"\x00\x05\x00\x02" + b"read only server, sorry" + b"\x00")
            return
        if op != 1:
            s.send(b"\x00\x05\x00\x04" + b"Illegal operation" + b"\x00"); return
        name, mode = data[2:-7], b"octet"
        print("request for", name, mode)
        path = os.path.join(os.getcwd(), os.path.basename(name.decode()))
        if not os.path.isfile(path):
            s.send(struct.pack("!HH", 5, 1) + b"nope\x00")
            return
        with open(path, "rb") as f:
            n = 0
            while True:
                chunk = f.read(512)
                n += 1
                for t in range(5):
                    s.send(struct.pack("!HH", 3, n & 0xffff) + chunk)
                    if self.wait(s, n): break
                else:
                    print("gave up"); s.close(); return
                if len(chunk) != 512: break
        s.close()
    def wait(self, s, n):
        s.settimeout(2.0)
        while 1:
            try:
                a = s.recv(600)
            except socket.timeout:
                return False
            except ConnectionRefusedError:
                return False
            if len(a) >= 4 and a[:4] == struct.pack("!HH", 4, n & 0xffff):
                return True

if __name__ == "__main__":
    socketserver.ThreadingUDPServer.daemon_threads = True
    srv = socketserver.ThreadingUDPServer(("", int(sys.argv[1])), TFTP)
    srv.serve_forever()
