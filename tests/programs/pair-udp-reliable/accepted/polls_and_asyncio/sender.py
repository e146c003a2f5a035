# UDP sender: a socket that never blocks, looked at every few milliseconds
import socket
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.setblocking(False)
target = (sys.argv[1], int(sys.argv[2]))

seq = 0
for line in open(sys.argv[3]).readlines():
    msg = str(seq) + " " + line
    sock.sendto(msg.encode(), target)
    sent_at = time.time()
    while True:
        try:
            data, addr = sock.recvfrom(1024)
            if data.decode().strip() == "ACK " + str(seq):
                break
        except BlockingIOError:
            pass
        if time.time() - sent_at > 0.2:
            sock.sendto(msg.encode(), target)
            sent_at = time.time()
        time.sleep(0.005)
    seq = seq + 1
