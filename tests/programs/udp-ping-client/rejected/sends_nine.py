# UDP ping client
# mistake: range(1, 10) ends with 9.
# fails: sends-ten-pings
# diagnosis: stops_too_early
import socket
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(1)
received = 0
for seq in range(1, 10):
    start = time.time()
    sock.sendto(f"Ping {seq} {start}".encode(), (sys.argv[1], int(sys.argv[2])))
    try:
        while not sock.recv(1024).decode().startswith(f"Ping {seq} "):
            pass
        print("Ping", seq, "RTT", (time.time() - start) * 1000, "ms")
        received += 1
    except socket.timeout:
        print("Request timed out")
print("Loss:", 100 - received * 10, "%")
