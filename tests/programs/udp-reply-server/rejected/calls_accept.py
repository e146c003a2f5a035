# mistake: listen() and accept() are for TCP; on a UDP socket they fail.
# fails: replies, prints-the-request
# diagnosis: listens_by_udp
import socket
import sys

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("", int(sys.argv[1])))
server.listen(5)
while True:
    connection, address = server.accept()
    data = connection.recv(1024)
    print("Client:", data.decode())
    connection.send("Hello from server".encode())
