# Each line has a connection of its own.
import socket
import sys
import threading


class Server(threading.Thread):
    def __init__(self, port):
        super().__init__(daemon=True)
        self.socket = socket.create_server(("", port))

    def run(self):
        while True:
            connection, _ = self.socket.accept()
            try:
                text = connection.recv(65536).decode()
                if text:
                    print("Message:", text.strip())
            except OSError:
                pass
            connection.close()


Server(int(sys.argv[1])).start()
for line in sys.stdin:
    try:
        with socket.create_connection((sys.argv[2], int(sys.argv[3]))) as s:
            s.send(line.encode())
    except ConnectionRefusedError:
        print("not there, try again later")
