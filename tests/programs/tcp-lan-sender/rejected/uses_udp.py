# fails: reaches-another-computer
# diagnosis: wrong_transport
# mistake: The socket is a UDP socket, and the receiver waits for a TCP connection.
import socket
import sys

host, port, message = sys.argv[1], int(sys.argv[2]), sys.argv[3]
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.sendto(message.encode(), (host, port))
sock.close()
