# mistake: It tries to connect again and again, and never says that nobody is there.
# fails: nobody-there
# diagnosis: tries_for_ever
import socket
import sys
import time

while True:
    try:
        sock = socket.create_connection((sys.argv[1], int(sys.argv[2])))
        break
    except ConnectionRefusedError:
        time.sleep(0.2)
try:
    for line in sys.stdin:
        sock.sendall(line.encode())
        reply = sock.recv(1024)
        if not reply:
            sys.exit("The server has died.")
        print(reply.decode())
except OSError as error:
    sys.exit(f"The server has died: {error}")
