# fails: prints-the-reply
# diagnosis: python_error
# mistake: recv() returns the data only, and two names are waiting for it.
import socket
import sys

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect((sys.argv[1], int(sys.argv[2])))
message = input("Message: ")
client.send(message.encode())
reply, server = client.recv(2048)
print(reply.decode())
client.close()
