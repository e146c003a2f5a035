# mistake: An empty read is taken for a reply that is still to come: it reads again and again.
# fails: server-ends
# diagnosis: spins
import socket
import sys

def receive(sock):
    reply = b""
    while not reply:
        reply = sock.recv(1024)
    return reply

try:
    sock = socket.create_connection((sys.argv[1], int(sys.argv[2])))
    for line in sys.stdin:
        sock.sendall(line.encode())
        print(receive(sock).decode())
        sock.settimeout(None)
except OSError as error:
    print("The server has died:", error)
    sys.exit(1)
