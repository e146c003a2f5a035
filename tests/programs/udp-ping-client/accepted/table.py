# UDP ping client: a table with the unit in its heading
import socket
import sys
import time

server = (sys.argv[1], int(sys.argv[2]))
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
lost = 0
print("seq   RTT (ms)")
for number in range(1, 11):
    start = time.time()
    sock.sendto(f"Ping {number} {start}".encode(), server)
    try:
        while True:
            sock.settimeout(max(start + 1 - time.time(), 0.001))
            reply, address = sock.recvfrom(1024)
            if reply.startswith(f"Ping {number} ".encode()):
                break
        print(f"{number:3}   {(time.time() - start) * 1000:8.3f}")
    except socket.timeout:
        print("Request timed out")
        lost += 1
print(f"loss: {lost * 10} %")
