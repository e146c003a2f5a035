# mistake: It says that the server has died, and then ends with exit status 0.
# fails: nobody-there, reset, server-ends
# diagnosis: fails_with_status_0
import socket
import sys

try:
    with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as sock:
        for line in sys.stdin:
            sock.sendall(line.encode())
            reply = sock.recv(1024)
            if not reply:
                print("The server has died.")
                break
            print(reply.decode())
except OSError as error:
    print("The server has died:", error)
