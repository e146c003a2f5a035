# UDP ping client
# mistake: All ten pings go out in one datagram.
# fails: sends-ten-pings
# diagnosis: sends_several_in_one
import socket
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(1)
start = time.time()
text = "\n".join(f"Ping {i} {start}" for i in range(1, 11))
sock.sendto(text.encode(), (sys.argv[1], int(sys.argv[2])))
received = 0
try:
    for line in sock.recv(4096).decode().splitlines():
        print(line, f"RTT: {time.time() - start:.6f} s")
        received += 1
except socket.timeout:
    print("Request timed out")
print(f"Loss: {100 - received * 10}%")
