# UDP sender
# mistake: After the message the loop goes round for ever.
# fails: ends-by-itself
# diagnosis: keeps_its_socket_open
import socket
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sent = False

while True:
    if not sent:
        sock.sendto(sys.argv[3].encode(), (sys.argv[1], int(sys.argv[2])))
        sent = True
        print("sent")
    time.sleep(1)
