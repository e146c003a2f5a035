# UDP capitalize client
# mistake: It asks for the text and waits for the reply, but sends nothing in between.
# fails: sends-the-text, prints-the-reply
# diagnosis: never_sends
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.connect((sys.argv[1], int(sys.argv[2])))
text = input("Text: ")
data = text.encode()
reply = sock.recv(2048)
print(reply.decode())
sock.close()
