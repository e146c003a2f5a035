# fails: reaches-another-computer
# diagnosis: uses_another_address
# mistake: The address of the friend's laptop is written in, as it was last week.
import socket
import sys

host = "192.168.1.34"
port = 12000
message = "hello from the other side of the room"

sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
sock.connect((host, port))
sock.sendall(message.encode())
sock.close()
