# UDP ping client
# mistake: A ping without a reply is sent again.
# fails: says-what-timed-out
# diagnosis: sends_a_lost_ping_again
import socket
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(1)
lost = 0
seq = 1
while seq <= 10:
    start = time.time()
    sock.sendto(f"Ping {seq} {start}".encode(), (sys.argv[1], int(sys.argv[2])))
    try:
        reply = sock.recv(1024).decode()
        print(reply, f"RTT: {time.time() - start:.6f}s")
        seq += 1
    except socket.timeout:
        print("Request timed out")
        lost += 1
print(f"Loss: {lost * 10}%")
