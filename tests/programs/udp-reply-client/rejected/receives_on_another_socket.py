# mistake: The reply comes to the socket that sent the request; it waits on another one.
# fails: prints-the-reply
# diagnosis: receives_on_another_socket
import socket
import sys

out = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
out.sendto(sys.argv[3].encode(), (sys.argv[1], int(sys.argv[2])))
back = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
back.bind(("", 12001))
reply, server = back.recvfrom(2048)
print("Server says:", reply.decode())
