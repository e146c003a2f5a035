# fails: request-arrives
# diagnosis: sends_it_twice
# mistake: One sendall() too many.
import socket
import sys

sock = socket.create_connection((sys.argv[1], int(sys.argv[2])))
request = sys.argv[3] + "\n"
sock.sendall(request.encode())
sock.sendall(request.encode())
reply = b""
while part := sock.recv(4096):
    reply += part
print(reply.decode())
sock.close()
