# fails: reply-in-pieces, long-text
# oddity: It asks for the server's host and port first, and reads the reply with one recv().
import socket

host = input("Server host: ")
port = int(input("Server port: "))

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect((host, port))
print("Connected!")

text = input("Text: ")
client.send(text.encode())
print(client.recv(1024).decode())
client.close()
