# UDP ping client
# mistake: The numbers go from 0 to 9.
# fails: sends-ten-pings
# diagnosis: counts_from_another_number
import socket
import sys
import time

host, port = sys.argv[1], int(sys.argv[2])
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(1)
lost = 0
for i in range(10):
    start = time.time()
    sock.sendto(f"Ping {i} {start}".encode(), (host, port))
    try:
        reply = sock.recv(1024).decode()
        while reply.split()[1] != str(i):
            reply = sock.recv(1024).decode()
        print(reply, "RTT:", time.time() - start)
    except socket.timeout:
        print("Request timed out")
        lost += 1
print(f"Loss: {lost * 10}%")
