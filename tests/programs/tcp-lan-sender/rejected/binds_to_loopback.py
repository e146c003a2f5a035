# fails: reaches-another-computer
# diagnosis: sends_from_loopback
# mistake: the client is bound to 127.0.0.1 first, as servers in examples are.
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
sock.bind(("127.0.0.1", 0))
sock.connect((sys.argv[1], int(sys.argv[2])))
sock.sendall(sys.argv[3].encode())
sock.close()
