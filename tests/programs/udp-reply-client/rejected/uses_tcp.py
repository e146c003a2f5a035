# mistake: It is a TCP client: the server has no TCP socket to connect to.
# fails: request-arrives, prints-the-reply
# diagnosis: wrong_transport
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
sock.connect((sys.argv[1], int(sys.argv[2])))
sock.send(sys.argv[3].encode())
print("Server says:", sock.recv(1024).decode())
sock.close()
