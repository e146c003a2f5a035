# UDP ping client
# mistake: PING instead of Ping.
# fails: sends-ten-pings
# diagnosis: writes_other_capitals
import socket
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(1)
lost = 0
for seq in range(1, 11):
    start = time.time()
    sock.sendto(f"PING {seq} {start}".encode(), (sys.argv[1], int(sys.argv[2])))
    try:
        data = sock.recv(1024).decode()
        print(data, "RTT:", time.time() - start, "s")
    except socket.timeout:
        print("Request timed out")
        lost += 1
print(f"Loss: {lost * 10}%")
