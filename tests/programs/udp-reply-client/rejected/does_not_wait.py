# mistake: It does not wait for the reply: a socket that never blocks has none yet.
# fails: prints-the-reply
# diagnosis: leaves_before_the_reply
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.setblocking(False)
sock.sendto(sys.argv[3].encode(), (sys.argv[1], int(sys.argv[2])))
try:
    print(sock.recvfrom(2048)[0].decode())
except BlockingIOError:
    print("no reply")
