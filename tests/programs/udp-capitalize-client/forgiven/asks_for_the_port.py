# UDP capitalize client
# oddity: It asks for the port by a prompt and takes at most 400 bytes of the reply.
# fails: long-text
import socket

host = "localhost"
port = int(input("Port of the server: "))
text = input("Text: ")

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.sendto(text.encode(), (host, port))
reply, server = sock.recvfrom(400)
print("Reply:", reply.decode())
sock.close()
