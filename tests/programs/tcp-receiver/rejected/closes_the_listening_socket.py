# fails: goes-on-to-the-next-sender
# diagnosis: uses_a_closed_socket
# mistake: The listening socket is closed inside the loop, where the connection should be closed.
import socket
import sys

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("", int(sys.argv[1])))
server.listen(5)
print("Receiver is ready")
while True:
    client, address = server.accept()
    text = client.recv(1024).decode()
    print(address[0], "says:", text)
    server.close()
