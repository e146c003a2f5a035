# UDP capitalize client
# mistake: One call for the reply and one for the address: the second call waits for a second reply.
# fails: prints-the-reply
# diagnosis: text_not_printed
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
text = input("Text: ")
sock.sendto(text.encode(), (sys.argv[1], int(sys.argv[2])))
reply = sock.recvfrom(2048)[0]
server = sock.recvfrom(2048)[1]
print(server, "replied", reply.decode())
sock.close()
