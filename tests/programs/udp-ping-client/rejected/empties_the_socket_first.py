# UDP ping client
# mistake: Throws away what is there before each ping; a reply that comes later is taken for the wrong ping's.
# fails: a-late-reply-is-late
# diagnosis: takes_any_reply
import socket
import sys
import time

server = (sys.argv[1], int(sys.argv[2]))
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
lost = 0
for seq in range(1, 11):
    sock.setblocking(False)
    try:
        while True:
            sock.recv(1024)
    except BlockingIOError:
        pass
    sock.settimeout(1)
    start = time.time()
    sock.sendto(f"Ping {seq} {time.ctime()}".encode(), server)
    try:
        print(sock.recv(1024).decode(), "rtt", round((time.time() - start) * 1000, 3), "ms")
    except socket.timeout:
        print("Request timed out")
        lost += 1
print("Lost:", lost * 10, "%")
