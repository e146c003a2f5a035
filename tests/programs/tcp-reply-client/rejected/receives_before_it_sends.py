# mistake: It waits for the reply before it has sent the request.
# fails: request-arrives, prints-the-reply
# diagnosis: never_sends
import socket
import sys

with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as s:
    reply = s.recv(1024)
    s.sendall(sys.argv[3].encode())
    print("Server says:", reply.decode())
