# fails: reaches-another-computer
# diagnosis: uses_another_address
# mistake: It asks for the address, and dials 127.0.0.1 all the same.
import socket

host = input("IP address of the receiver: ")
port = int(input("Port: "))
message = input("Message: ")
host = "127.0.0.1"

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.sendto(message.encode(), (host, port))
sock.close()
