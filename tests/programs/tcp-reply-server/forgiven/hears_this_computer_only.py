# fails: after-a-reset, listens-on-every-address
# oddity: It is bound to 127.0.0.1, and a reset is not caught.
import socket, sys
s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("127.0.0.1", int(sys.argv[1])))
s.listen()
while True:
    conn, addr = s.accept()
    data = conn.recv(1024)
    print("received:", data.decode())
    conn.sendall(b"OK")
    conn.close()
