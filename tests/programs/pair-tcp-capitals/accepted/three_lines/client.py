import socket

ip = input()
port = int(input())
text = input()

client = socket.socket()
client.connect((ip, port))
client.send(text.encode())
print(client.recv(2048).decode())
client.close()
