# mistake: It sends without having connected.
# fails: request-arrives, prints-the-reply
# diagnosis: sends_without_connecting
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.send(sys.argv[3].encode())
print("Server says:", s.recv(1024).decode())
s.close()
