# fails: hears-this-computer, hears-both
# diagnosis: bound_to_one_address
# mistake: gethostbyname(gethostname()) is one address of the computer; at the others it does not listen.
import socket
import sys

host = socket.gethostbyname(socket.gethostname())
port = int(sys.argv[1])
server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind((host, port))
server.listen(5)
print("Receiver started at", host)
while True:
    c, a = server.accept()
    while True:
        data = c.recv(1024)
        if not data:
            break
        print("Received:", data.decode())
    c.close()
