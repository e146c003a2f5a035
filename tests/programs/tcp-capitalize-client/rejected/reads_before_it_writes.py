# fails: sends-the-text, prints-the-reply
# diagnosis: never_sends
# mistake: The client waits for the server to speak first, and the server waits for the client.
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
sock.connect((sys.argv[1], int(sys.argv[2])))
reply = sock.recv(1024)
print("Server:", reply.decode())
text = input("Your text: ")
sock.sendall(text.encode())
sock.close()
