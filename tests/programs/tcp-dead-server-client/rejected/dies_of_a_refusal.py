# mistake: connect() stands outside of the try block: a refusal ends in a traceback.
# fails: nobody-there
# diagnosis: leaves_the_error_uncaught
import socket
import sys

sock = socket.socket()
sock.connect((sys.argv[1], int(sys.argv[2])))
try:
    for line in sys.stdin:
        sock.sendall(line.encode())
        reply = sock.recv(1024)
        if not reply:
            break
        print(reply.decode())
    else:
        sys.exit(0)
except OSError:
    pass
print("The server has died.")
sys.exit(1)
