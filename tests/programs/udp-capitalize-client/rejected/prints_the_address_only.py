# UDP capitalize client
# mistake: recvfrom() returns the data and the address; it prints the address.
# fails: prints-the-reply
# diagnosis: prints_the_address
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
text = input("Text: ")
sock.sendto(text.encode(), (sys.argv[1], int(sys.argv[2])))
data, server = sock.recvfrom(2048)
print("Reply from server:", server)
sock.close()
