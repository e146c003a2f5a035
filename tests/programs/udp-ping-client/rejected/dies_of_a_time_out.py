# UDP ping client
# mistake: The exception of a time-out is not caught.
# fails: says-what-timed-out
# diagnosis: gives_up_at_a_time_out
import socket
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(1)
received = 0
for seq in range(1, 11):
    start = time.time()
    sock.sendto(f"Ping {seq} {start}".encode(), (sys.argv[1], int(sys.argv[2])))
    data, server = sock.recvfrom(1024)
    if not data.startswith(b"Ping"):
        data, server = sock.recvfrom(1024)
    received += 1
    print(f"{data.decode()} {time.time() - start:.6f} s")
print(f"Packet loss: {100 - received * 10}%")
