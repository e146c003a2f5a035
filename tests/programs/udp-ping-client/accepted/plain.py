# UDP ping client
import socket
import sys
import time

host, port = sys.argv[1], int(sys.argv[2])
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
received = 0

for number in range(1, 11):
    sent = time.time()
    sock.sendto(f"Ping {number} {sent}".encode(), (host, port))
    try:
        while True:
            left = sent + 1 - time.time()
            if left <= 0:
                raise socket.timeout
            sock.settimeout(left)
            reply = sock.recvfrom(1024)[0].decode()
            if reply.startswith(f"Ping {number} "):
                break
        received += 1
        print(f"Reply {number}: rtt {(time.time() - sent) * 1000:.3f} ms")
    except socket.timeout:
        print("Request timed out")

print(f"10 packets sent, {received} received, {(10 - received) * 10}% packet loss")
sock.close()
