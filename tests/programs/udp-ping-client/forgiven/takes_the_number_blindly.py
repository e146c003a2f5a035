# UDP ping client
# oddity: Takes the second word of whatever comes, also when there is none.
# fails: an-empty-datagram
import socket
import sys
import time

server = (sys.argv[1], int(sys.argv[2]))
client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client.settimeout(1.0)
lost = 0
n = 1
while n <= 10:
    t0 = time.time()
    client.sendto(("Ping %d %s" % (n, time.strftime("%H:%M:%S"))).encode(), server)
    try:
        while True:
            reply = client.recv(2048).decode()
            if int(reply.split()[1]) == n:
                break
        print("Reply %d, rtt %.1f ms" % (n, (time.time() - t0) * 1000))
    except TimeoutError:
        print("Request timed out")
        lost += 1
    n += 1
print("Loss: %d %%" % (lost * 10))
