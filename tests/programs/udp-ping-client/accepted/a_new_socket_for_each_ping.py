# Each ping has a socket of its own, which is closed when its second is over: no other's reply can come to it.
import socket
import sys
import time

lost = 0
for seq in range(1, 11):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.settimeout(1.0)
        t0 = time.perf_counter()
        sock.sendto(f"Ping {seq} {time.time()}".encode(), (sys.argv[1], int(sys.argv[2])))
        try:
            while not sock.recvfrom(2048)[0].startswith(b"Ping "):
                pass
            print(f"{seq}: {(time.perf_counter() - t0) * 1e3:.2f} ms")
        except socket.timeout:
            print(f"{seq}: Request timed out")
            lost += 1
print(f"loss: {lost * 100 / 10}%")
