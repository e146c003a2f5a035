import socket

host = input("IP address of the receiver: ")
port = int(input("Port: "))
message = input("Message: ")

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.sendto(message.encode(), (host, port))
sock.close()
