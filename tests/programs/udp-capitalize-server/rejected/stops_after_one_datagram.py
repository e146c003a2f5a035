# UDP capitalize server
# mistake: There is no loop: after the first reply the server ends.
# fails: answers-each-datagram, answers-whoever-sent
# diagnosis: stops_after_one
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
print("The server is ready")

data, client = sock.recvfrom(65535)
sock.sendto(data.decode().upper().encode(), client)
sock.close()
