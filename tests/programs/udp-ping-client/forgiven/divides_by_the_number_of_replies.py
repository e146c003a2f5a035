# UDP ping client
# oddity: When no reply came, the smallest round trip of none is asked for.
# fails: nobody-answers
import socket
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(1)
rtts = []

for i in range(1, 11):
    start = time.time()
    sock.sendto(f"Ping {i} {start}".encode(), (sys.argv[1], int(sys.argv[2])))
    try:
        data, _ = sock.recvfrom(1024)
        while not data.decode().startswith(f"Ping {i} "):
            data, _ = sock.recvfrom(1024)
        rtts.append(time.time() - start)
        print(f"{data.decode()}  RTT: {rtts[-1]:.6f} seconds")
    except socket.timeout:
        print("Request timed out")

print("Minimum RTT:", min(rtts), "Maximum RTT:", max(rtts), "Average RTT:", sum(rtts) / len(rtts))
print("Packet loss:", (10 - len(rtts)) / 10 * 100, "%")
