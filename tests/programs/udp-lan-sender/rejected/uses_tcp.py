# A sender for the UDP exercise
# mistake: The socket is a TCP socket (SOCK_STREAM); nothing listens for TCP at the other end.
# fails: reaches-another-computer
# diagnosis: wrong_transport
import socket
import sys

host, port, message = sys.argv[1], int(sys.argv[2]), sys.argv[3]

sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
sock.connect((host, port))
sock.send(message.encode())
sock.close()
