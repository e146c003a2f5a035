# fails: prints-the-request, goes-on
# oddity: It binds to the host and the port that it is given, replies once, and prints nothing.
import socket
import sys

host, port = "", int(sys.argv[-1])
if len(sys.argv) > 2:
    host = sys.argv[1]

with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
    s.bind((host, port))
    s.listen(1)
    conn, addr = s.accept()
    with conn:
        conn.recv(1024)
        conn.send('Hello, client'.encode())
