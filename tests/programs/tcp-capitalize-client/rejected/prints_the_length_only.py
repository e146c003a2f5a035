# fails: prints-the-reply
# diagnosis: prints_the_length
# mistake: The number of bytes is printed, not the reply.
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))
s.sendall(input("text: ").encode())
reply = s.recv(2048)
print("Received", len(reply), "bytes")
s.close()
