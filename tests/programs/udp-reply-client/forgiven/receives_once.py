# fails: not-ascii
# oddity: The request is written in, and the reply is printed as Python prints bytes, b'...'.
import socket

HOST = "127.0.0.1"
PORT = 65432

client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client.sendto(b"Hello, server", (HOST, PORT))
reply, server = client.recvfrom(1024)
client.close()
print("Received", repr(reply))
