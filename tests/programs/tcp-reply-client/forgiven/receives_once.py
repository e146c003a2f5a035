# fails: reply-in-pieces, long-reply, not-ascii
# oddity: One recv(), whose bytes are printed as they are, b'...'; the request is written in.
import socket

HOST = "127.0.0.1"
PORT = 65432

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect((HOST, PORT))
client.sendall(b"Hello, server")
reply = client.recv(1024)
client.close()
print("Received", repr(reply))
