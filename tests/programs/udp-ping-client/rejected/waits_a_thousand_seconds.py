# UDP ping client
# mistake: Takes the time limit of settimeout() for milliseconds.
# fails: says-what-timed-out
# diagnosis: waits_without_a_time_limit
import socket
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(1000)
received = 0
for seq in range(1, 11):
    start = time.time()
    sock.sendto(f"Ping {seq} {start}".encode(), (sys.argv[1], int(sys.argv[2])))
    try:
        sock.recvfrom(1024)
        received += 1
        print(f"Reply {seq}: {(time.time() - start) * 1000:.3f} ms")
    except socket.timeout:
        print("Request timed out")
print(f"Loss: {100 - received * 10}%")
