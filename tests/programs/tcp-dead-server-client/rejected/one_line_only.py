# fails: talks
# diagnosis: ends_instead_of_going_on
# mistake: There is no loop around input(): one line, one reply, and that was all.
import socket
import sys

try:
    s = socket.create_connection((sys.argv[1], int(sys.argv[2])))
    s.sendall(input("> ").encode())
    reply = s.recv(4096)
    if not reply:
        sys.exit("The server has died.")
    print(reply.decode())
    s.close()
except OSError as error:
    sys.exit(f"The server has died: {error}")
