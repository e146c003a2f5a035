# A receiver for the UDP exercise
# mistake: It listens for TCP connections (SOCK_STREAM).
# fails: prints-a-message
# diagnosis: wrong_transport
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
sock.bind(("", int(sys.argv[1])))
sock.listen(1)

while True:
    conn, addr = sock.accept()
    data = conn.recv(2048)
    print(data.decode())
    conn.close()
