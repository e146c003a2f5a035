# mistake: The reply is received and never printed.
# fails: prints-the-reply
# diagnosis: text_not_printed
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.sendto(sys.argv[3].encode(), (sys.argv[1], int(sys.argv[2])))
reply = sock.recvfrom(2048)
print("done")
