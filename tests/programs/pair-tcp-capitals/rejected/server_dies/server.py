# fails: capitals-come-back
# diagnosis: python_error
# blamed: server
# mistake: recv() returns the data only, not a pair like recvfrom() does.
from socket import socket, AF_INET, SOCK_STREAM
import sys

server = socket(AF_INET, SOCK_STREAM)
server.bind(("", int(sys.argv[1])))
server.listen(1)
print("Server started")

while True:
    client, address = server.accept()
    data, sender = client.recv(2048)
    print("From", sender, ":", data.decode())
    client.send(data.decode().upper().encode())
    client.close()
