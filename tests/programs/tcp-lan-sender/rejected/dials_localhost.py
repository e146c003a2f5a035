# fails: reaches-another-computer
# diagnosis: uses_another_address
# mistake: 'localhost' is written in: the message never leaves this computer.
import socket
import sys

host = "localhost"
port = int(sys.argv[2])
message = sys.argv[3]

sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
sock.connect((host, port))
sock.sendall(message.encode())
sock.close()
