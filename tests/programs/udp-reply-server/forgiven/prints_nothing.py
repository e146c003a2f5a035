# fails: prints-the-request, goes-on, listens-on-every-address
# oddity: One datagram each way, and nothing is printed; it hears this computer only.
import socket

HOST = "127.0.0.1"
PORT = 65432

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind((HOST, PORT))
request, client = server.recvfrom(1024)
server.sendto(b"Your message has arrived", client)
server.close()
