# fails: nobody-there, reset, server-ends
# diagnosis: does_not_say_so
# mistake: "Error!" tells nobody what has happened.
import socket
import sys

try:
    s = socket.create_connection((sys.argv[1], int(sys.argv[2])))
    for line in sys.stdin:
        s.sendall(line.encode())
        reply = s.recv(4096)
        if not reply:
            print("Error!")
            sys.exit(1)
        print(reply.decode())
except OSError:
    print("Error!")
    sys.exit(1)
