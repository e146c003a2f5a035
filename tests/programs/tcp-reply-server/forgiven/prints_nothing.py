# fails: prints-the-request, goes-on, listens-on-every-address
# oddity: One client, one request, one reply, and nothing is printed; it hears this computer only.
import socket

HOST = "127.0.0.1"
PORT = 65432

listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
listener.bind((HOST, PORT))
listener.listen(1)
connection, address = listener.accept()
request = connection.recv(1024)
connection.sendall(b"Your message has arrived")
connection.close()
listener.close()
