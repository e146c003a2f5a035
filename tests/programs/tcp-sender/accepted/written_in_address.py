import socket

RECEIVER = "192.168.178.21"
PORT = 5000

sender = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
sender.connect((RECEIVER, PORT))
sender.sendall("Hello from the other computer".encode())
sender.close()
